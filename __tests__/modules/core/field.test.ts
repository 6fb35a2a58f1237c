import { z } from "zod";
import { fields } from "../../../modules/core/field";

const refused: [what: string, type: z.ZodType, because: string][] = [
  ["a refinement", z.string().refine((text) => text !== "x"), "a refinement"],
  ["a transform", z.string().transform((text) => text.length), "z.transform()"],
  ["a union", z.union([z.string(), z.number()]), "z.union()"],
  ["a date", z.date(), "z.date()"],
  ["a custom type", z.custom<string>(() => true), "z.custom()"],
  ["a nested object", z.object({ days: z.int() }), "object with properties"],
  ["a list of numbers", z.array(z.int()), "a list of anything but strings"],
  ["a list of objects", z.array(z.object({ id: z.string() })), "a list of anything but strings"],
  ["a map of numbers", z.record(z.string(), z.int()), "an object that is not a map of strings"],
  ["a tuple", z.tuple([z.string(), z.string()]), "array with prefixItems"],
  ["anything", z.unknown(), "anything"],
  ["an exclusive limit", z.number().gt(1), "number with exclusiveMinimum"],
  ["look-ahead", z.string().regex(/^(?!aws)/), "look-around in a pattern"],
  ["a format that has no pattern", z.url(), "string with format"],
  ["a map with fixed keys", z.record(z.enum(["a", "b"]), z.string()), "object with required"],
  ["a list with look-ahead", z.array(z.string().regex(/^(?!aws)/)), "look-around in a pattern"],
  ["a map with look-ahead", z.record(z.string(), z.string().regex(/^(?!aws)/)), "look-around in a pattern"],
  ["a template", z.string().regex(/^%{2}$/), "a pattern that is a template to Terraform"],
  ["a pattern that no words describe", z.string().regex(/^a/), 'a pattern without a message "must …"'],
  ["look-behind", z.string().regex(/(?<=a)b/), "look-around in a pattern"],
];

it.each(refused)("refuses %s, which Terraform has no variable for", (_, type, because) => {
  expect(() => fields("shop", z.object({ someField: type.describe("Some field.") }))).toThrow(
    `shop.someField: ${because} cannot become a Terraform variable. Say it with the fields that modules/core/field.ts lists.`,
  );
});

it("refuses a field without description", () => {
  expect(() => fields("shop", z.object({ days: z.int() }))).toThrow(
    "shop.days: a field without .describe() cannot become a Terraform variable.",
  );
});

const taken: [type: z.ZodType, terraform: string, conditions: string[]][] = [
  [z.string(), "string", []],
  [z.boolean(), "bool", []],
  [z.string().nullable(), "string", []],
  [z.array(z.string()), "list(string)", []],
  [z.record(z.string(), z.string()), "map(string)", []],
  [z.int(), "number", ["${floor(var.some_field) == var.some_field}"]],
  [
    z.number().min(1).max(9).multipleOf(0.5),
    "number",
    ["${var.some_field >= 1}", "${var.some_field <= 9}", "${var.some_field / 0.5 == floor(var.some_field / 0.5)}"],
  ],
  [z.literal([1, 3]), "number", ["${contains([1,3], var.some_field)}"]],
  [z.enum(["one", "two"]), "string", ['${contains(["one","two"], var.some_field)}']],
  [z.string().min(2).max(3), "string", ["${length(var.some_field) >= 2}", "${length(var.some_field) <= 3}"]],
  [z.string().regex(/^\d+$/, "must be digits"), "string", ['${can(regex("^\\\\d+$", var.some_field))}']],
  [
    z.array(z.string().min(1)).min(2),
    "list(string)",
    ["${length(var.some_field) >= 2}", "${alltrue([for entry in var.some_field : length(entry) >= 1])}"],
  ],
  [
    z.record(z.string().max(1), z.string().min(2)),
    "map(string)",
    [
      "${alltrue([for entry in keys(var.some_field) : length(entry) <= 1])}",
      "${alltrue([for entry in values(var.some_field) : length(entry) >= 2])}",
    ],
  ],
  [z.string().max(3).nullable(), "string", ["${var.some_field == null ? true : length(var.some_field) <= 3}"]],
];

it.each(taken)("makes a variable of %#: type %s %s", (type, terraform, conditions) => {
  const [field] = fields("shop", z.object({ someField: type.describe("Some field.") }));
  expect(field).toMatchObject({ name: "some_field", type: terraform, description: "Some field." });
  expect(field?.validations.map(({ condition }) => condition)).toEqual(conditions);
});

it("has a default where the contract has one, null too, and none where the caller must say", () => {
  const declared = fields(
    "shop",
    z.object({
      given: z.string().describe("Given."),
      days: z.int().default(3).describe("Days."),
      snapshot: z.string().nullable().default(null).describe("Snapshot."),
    }),
  );
  expect(declared.map((field) => ["default" in field, field.default, field.nullable])).toEqual([
    [false, undefined, false],
    [true, 3, false],
    [true, null, true],
  ]);
});

const said: [type: z.ZodType, messages: string[]][] = [
  [z.string().regex(/^\d+$/, "must be digits such as 12").default("12"), ["some_field must be digits such as 12."]],
  [z.literal([1, 3]), ["some_field must be one of 1, 3."]],
  [
    z.array(z.string().regex(/^t/, "must begin with t")).min(1),
    ["some_field must have at least 1 entry.", "some_field: each entry must begin with t."],
  ],
  [z.record(z.string().max(9), z.string()), ["some_field: each key must have at most 9 characters."]],
];

it.each(said)("says what is wrong in words, without the pattern: %#", (type, messages) => {
  const [field] = fields("shop", z.object({ someField: type.describe("Some field.") }));
  expect(field?.validations.map(({ errorMessage }) => errorMessage)).toEqual(messages);
});
