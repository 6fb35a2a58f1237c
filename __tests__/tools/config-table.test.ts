import { z } from "zod";
import { everyChoice } from "../../modules/core/variants";
import { contracts } from "../../regions/wiring/tiers";
import { configTable } from "../../tools/docs/config-table";

const cells = (type: z.ZodType): string[] =>
  configTable([z.object({ field: type.describe("What it is for.") })])
    .split("\n")[2]
    ?.split(/(?<!\\)\|/)
    .map((cell) => cell.trim())
    .filter(Boolean) ?? [];

const rows: [type: z.ZodType, typeText: string, rule: string | undefined][] = [
  [z.int().min(1), "number", "whole number, 1 or more"],
  [z.int().min(1).max(9), "number", "whole number, 1 to 9"],
  [z.string().regex(/^a/, "must begin with a").nullable(), "string \\| null", "must begin with a"],
  [
    z.array(z.string().regex(/^a/, "must begin with a")).max(2),
    "string[]",
    "each must begin with a; entries: at most 2",
  ],
  [
    z.record(z.string(), z.string().regex(/^a/, "must begin with a")),
    "Record<string, string>",
    "each value must begin with a",
  ],
  [
    z.literal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]),
    "number",
    "one of 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13",
  ],
  [
    z.array(
      z.discriminatedUnion("by", [
        z.strictObject({ by: z.literal("path"), path: z.string() }),
        z.strictObject({ by: z.literal("country"), countries: z.array(z.enum(["DE", "FR"])) }),
      ]),
    ),
    '({ by: "path", path: string } \\| { by: "country", countries: ("DE" \\| "FR")[] })[]',
    undefined,
  ],
];

it.each(rows)("shows the type and the rule of a field in words: %#", (type, typeText, rule) => {
  expect(cells(type)).toEqual(["`field`", `\`${typeText}\``, "required", "What it is for.", ...(rule ? [rule] : [])]);
});

it("shows a type of every field, and no regular expression", () => {
  const table = configTable(contracts.flatMap(everyChoice).flatMap(({ shape, settings }) => [shape, settings]));
  expect(table).not.toMatch(/unknown|undefined|9007199254740991|\^/);
});
