import { z } from "zod";
import type { Json } from "./json-schema";
import { snake } from "./naming";
import { type Validation, validations } from "./validations";
import { wordsOf } from "./words";

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

/** The keywords of JSON Schema that a Terraform variable can hold, by type; what else a contract uses is refused. */
const keywords: Readonly<Record<string, readonly string[]>> = {
  string: ["enum", "pattern", "words", "minLength", "maxLength"],
  integer: ["minimum", "maximum", "multipleOf"],
  number: ["enum", "minimum", "maximum", "multipleOf"],
  boolean: [],
  array: ["items", "minItems", "maxItems"],
  object: ["additionalProperties", "propertyNames"],
};

/**
 * Reads the fields of a schema as Terraform variables.
 *
 * Throws for what cannot become a variable or a validation: refinements, transforms, formats, nested objects, lists of
 * anything but strings, look-around in patterns (Terraform's RE2 has none), a pattern without a message that says in
 * words what must match it, a field without description.
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
    validations: validations(value, snake(name), nullable),
  };
}

const toJson = (type: z.ZodType, refuse: (what: string) => never): Json =>
  z.toJSONSchema(type, {
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      const words = wordsOf(zodSchema);
      if (jsonSchema.pattern !== undefined && words) Object.assign(jsonSchema, { words });
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
  if (json.pattern !== undefined && json.words === undefined) refuse('a pattern without a message "must …"');
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
