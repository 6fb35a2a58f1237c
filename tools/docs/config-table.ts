import { z } from "zod";
import type { Json } from "../../modules/core/json-schema";
import { bound } from "../../modules/core/validations";
import { wordsOf } from "../../modules/core/words";
import { code, table } from "../modules/markdown";
import { mostChoices, typeText } from "./type-text";

/** What a region file may say about a tier: a table of the fields of schemas. */
export const configTable = (schemas: readonly z.ZodObject[]): string =>
  table(
    ["Field", "Type", "Default", "Description", "Rule"],
    schemas.flatMap((schema) => Object.entries(schema.shape).map(([name, type]) => row(name, jsonOf(type)))),
    "Nothing: it is the same everywhere.",
  );

const jsonOf = (type: z.ZodType): Json =>
  z.toJSONSchema(z.object({ type }), {
    unrepresentable: "any",
    io: "input",
    override: ({ zodSchema, jsonSchema }) => {
      const words = wordsOf(zodSchema);
      if (words) Object.assign(jsonSchema, { words });
    },
  }).properties?.type as Json;

const row = (name: string, json: Json): string[] => [
  code(name),
  code(typeText(json)),
  "default" in json ? code(JSON.stringify(json.default)) : "required",
  String(json.description ?? ""),
  ruleText(json),
];

function ruleText(json: Json): string {
  const value = json.anyOf?.length === 2 ? (json.anyOf.find(({ type }) => type !== "null") ?? json) : json;
  const { type, words, minimum, maximum, multipleOf, minItems, maxItems, items, propertyNames, additionalProperties } =
    value;
  const rules = [
    words ? `must ${words}` : oneOf(value),
    propertyNames?.words && `each key must ${propertyNames.words}`,
    additionalProperties?.words && `each value must ${additionalProperties.words}`,
    items && (items.words ? `each must ${items.words}` : oneOf(items) && `each ${oneOf(items)}`),
    range(minItems, maxItems) && `entries: ${range(minItems, maxItems)}`,
    type === "integer" && "whole number",
    range(bound(minimum), bound(maximum)),
    multipleOf !== undefined && `a multiple of ${multipleOf}`,
  ];
  return rules.filter(Boolean).join("; ").replace("whole number; ", "whole number, ");
}

/** Choices that are too many for a type. */
const oneOf = ({ enum: values = [] }: Json): string =>
  values.length > mostChoices ? `one of ${values.join(", ")}` : "";

const range = (least: unknown, most: unknown): string => {
  if (least !== undefined && most !== undefined) return `${least} to ${most}`;
  if (least !== undefined) return `${least} or more`;
  return most === undefined ? "" : `at most ${most}`;
};
