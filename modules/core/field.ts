import { z } from "zod";
import { snake } from "./naming";

/** A Terraform variable as a contract declares it. */
export interface Field {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  /** Absent when the caller must give a value. */
  readonly default?: unknown;
  readonly nullable: boolean;
  readonly validations: readonly Validation[];
}

/** What Terraform checks of a variable. */
export interface Validation {
  readonly condition: string;
  readonly errorMessage: string;
  /** What the variable's own type asks for, such as "be at least 7"; absent in a rule between variables. */
  readonly must?: string;
  /** The regular expression that ends the sentence; apart, so that a document can show it as code. */
  readonly pattern?: string;
}

interface Json {
  readonly type?: string | readonly string[];
  readonly items?: Json;
  readonly additionalProperties?: Json;
  readonly propertyNames?: Json;
  readonly anyOf?: readonly Json[];
  readonly enum?: readonly string[];
  readonly [keyword: string]: unknown;
}

/** The keywords of JSON Schema that a Terraform variable can hold, by type; what else a contract uses is refused. */
const keywords: Readonly<Record<string, readonly string[]>> = {
  string: ["enum", "pattern", "minLength", "maxLength"],
  integer: ["minimum", "maximum", "multipleOf"],
  number: ["minimum", "maximum", "multipleOf"],
  boolean: [],
  array: ["items", "minItems", "maxItems"],
  object: ["additionalProperties", "propertyNames"],
};

/**
 * Reads the fields of a schema as Terraform variables.
 *
 * Throws for what cannot become a variable or a validation: refinements, transforms, formats, nested objects, lists of
 * anything but strings, look-around in patterns (Terraform's RE2 has none), a field without description.
 */
export function fields(owner: string, schema: z.ZodObject): Field[] {
  return Object.entries(schema.shape).map(([name, type]) => field(`${owner}.${name}`, name, type as z.ZodType));
}

function field(path: string, name: string, type: z.ZodType): Field {
  const refuse = (what: string): never => {
    throw new Error(
      `${path}: ${what} cannot become a Terraform variable. Say it with the fields that modules/core/field.ts lists.`,
    );
  };
  const json = toJson(type, refuse);
  const { value, nullable } = withoutNull(json);
  if (typeof json.description !== "string") return refuse("a field without .describe()");
  return {
    name: snake(name),
    type: terraformType(value, refuse),
    description: json.description,
    ...("default" in json ? { default: json.default } : {}),
    nullable,
    validations: validations(value, { name: snake(name), nullable, description: json.description }),
  };
}

const toJson = (type: z.ZodType, refuse: (what: string) => never): Json =>
  z.toJSONSchema(type, {
    unrepresentable: "any",
    override: ({ zodSchema }) => {
      const { type: kind, checks } = zodSchema._zod.def;
      if (["pipe", "transform", "union", "date", "custom"].includes(kind)) refuse(`z.${kind}()`);
      if (checks?.some((check) => check._zod.def.check === "custom")) refuse("a refinement");
    },
  }) as Json;

/** zod writes a nullable type without limits as a list of types, any other as a choice. */
function withoutNull(json: Json): { value: Json; nullable: boolean } {
  const { type, anyOf } = json;
  if (anyOf) return { value: anyOf.find((one) => one.type !== "null") ?? {}, nullable: true };
  if (!Array.isArray(type)) return { value: json, nullable: false };
  return { value: { ...json, type: type.find((one) => one !== "null") }, nullable: true };
}

function terraformType(json: Json, refuse: (what: string) => never): string {
  const type = String(json.type ?? "anything");
  const known = keywords[type] ?? refuse(type);
  for (const keyword of Object.keys(json)) {
    if (!["$schema", "type", "description", "default", ...known].includes(keyword)) refuse(`${type} with ${keyword}`);
  }
  if (/\(\?[=!<]/.test(String(json.pattern ?? ""))) refuse("look-around in a pattern");
  if (/[$%]\{/.test(String(json.pattern ?? ""))) refuse("a pattern that is a template to Terraform");
  if (type === "array") {
    if (json.items?.type !== "string") refuse("a list of anything but strings");
    terraformType(json.items ?? {}, refuse);
    return "list(string)";
  }
  if (type === "object") {
    const { additionalProperties: values, propertyNames: keys } = json;
    if (values?.type !== "string") refuse("an object that is not a map of strings");
    for (const each of [values, keys]) terraformType(each ?? {}, refuse);
    return "map(string)";
  }
  return { string: "string", boolean: "bool" }[type] ?? "number";
}

type Checked = [condition: string, must: string, pattern?: string];

function validations(
  json: Json,
  { name, nullable, description }: Pick<Field, "name" | "nullable" | "description">,
): Validation[] {
  const variable = `var.${name}`;
  const rules: Checked[] = [];
  if (json.type === "string") rules.push(...stringRules(json, variable));
  if (json.type === "integer") rules.push([`floor(${variable}) == ${variable}`, "be a whole number"]);
  if (json.type === "integer" || json.type === "number") rules.push(...numberRules(json, variable));
  if (json.type === "array") rules.push(...listRules(json, variable));
  if (json.type === "object") rules.push(...mapRules(json, variable));
  return rules.map(([condition, must, pattern]) => ({
    condition: `\${${nullable ? `${variable} == null || ` : ""}${condition}}`,
    // A pattern alone tells few people what to write.
    errorMessage: `${name} must ${must}${pattern === undefined ? "." : ` ${pattern}. ${description}`}`,
    must,
    pattern,
  }));
}

const stringRules = ({ enum: values, pattern, minLength, maxLength }: Json, variable: string): Checked[] => [
  ...each(values, (list) => [
    `contains(${JSON.stringify(list)}, ${variable})`,
    `be one of ${(list as string[]).join(", ")}`,
  ]),
  ...each(pattern, (regex) => [`can(regex(${JSON.stringify(regex)}, ${variable}))`, "match", String(regex)]),
  ...each(minLength, (least) => [`length(${variable}) >= ${least}`, `have at least ${least} characters`]),
  ...each(maxLength, (most) => [`length(${variable}) <= ${most}`, `have at most ${most} characters`]),
];

const numberRules = ({ minimum, maximum, multipleOf }: Json, variable: string): Checked[] => [
  ...each(bound(minimum), (least) => [`${variable} >= ${least}`, `be at least ${least}`]),
  ...each(bound(maximum), (most) => [`${variable} <= ${most}`, `be at most ${most}`]),
  ...each(multipleOf, (step) => [`${variable} / ${step} == floor(${variable} / ${step})`, `be a multiple of ${step}`]),
];

const listRules = ({ items, minItems, maxItems }: Json, variable: string): Checked[] => [
  ...each(minItems, (least) => [`length(${variable}) >= ${least}`, `have at least ${least} entries`]),
  ...each(maxItems, (most) => [`length(${variable}) <= ${most}`, `have at most ${most} entries`]),
  ...entryRules(items, variable, "entries"),
];

const mapRules = ({ propertyNames, additionalProperties }: Json, variable: string): Checked[] => [
  ...entryRules(propertyNames, `keys(${variable})`, "keys"),
  ...entryRules(additionalProperties, `values(${variable})`, "values"),
];

const entryRules = (each: Json | undefined, list: string, what: string): Checked[] =>
  stringRules(each ?? {}, "entry").map(([condition, must, pattern]) => [
    `alltrue([for entry in ${list} : ${condition}])`,
    `have only ${what} that ${must}`,
    pattern,
  ]);

/** zod writes the limits of a safe integer; they say nothing. */
const bound = (limit: unknown): unknown => (Math.abs(Number(limit)) === Number.MAX_SAFE_INTEGER ? undefined : limit);

const each = (value: unknown, rule: (value: unknown) => Checked): Checked[] =>
  value === undefined ? [] : [rule(value)];
