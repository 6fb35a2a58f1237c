import { z } from "zod";
import { code, table } from "../modules/markdown";

interface Json {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly items?: Json;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** What a region file may say about a tier: a table of the fields of schemas. */
export const configTable = (schemas: readonly z.ZodObject[]): string =>
  table(
    ["Field", "Type", "Default", "Description", "Rule"],
    schemas.flatMap((schema) =>
      Object.entries(schema.shape).map(([name, type]) => {
        const json = z.toJSONSchema(z.object({ type }), { unrepresentable: "any", io: "input" }).properties
          ?.type as Json;
        return [
          code(name),
          code(typeText(json)),
          "default" in json ? code(JSON.stringify(json.default)) : "required",
          json.description ?? "",
          ruleText(json),
        ];
      }),
    ),
    "Nothing: it is the same everywhere.",
  );

const typeText = ({ type, enum: values, items }: Json): string => {
  if (values) return values.map((value) => JSON.stringify(value)).join(" | ");
  if (type === "array") return items?.enum ? `(${typeText(items)})[]` : `${typeText(items ?? {})}[]`;
  return type === "integer" ? "number" : (type ?? "unknown");
};

const ruleText = ({ type, pattern, minimum, maximum, multipleOf, minItems, maxItems, items }: Json): string => {
  const rules = [
    pattern && `matches ${code(pattern)}`,
    items?.pattern && `each matches ${code(items.pattern)}`,
    range(minItems, maxItems, " entries"),
    type === "integer" && "whole",
    range(minimum, maximum, ""),
    multipleOf !== undefined && `a multiple of ${multipleOf}`,
  ];
  return rules.filter(Boolean).join(", ");
};

const range = (least: number | undefined, most: number | undefined, unit: string): string => {
  if (least !== undefined && most !== undefined) return `${least} to ${most}${unit}`;
  if (least !== undefined) return `at least ${least}${unit}`;
  return most === undefined ? "" : `at most ${most}${unit}`;
};
