import type { Json } from "../../modules/core/json-schema";

/** Choices beyond this are described by their rule instead. */
export const mostChoices = 12;

/** The type of a field, as TypeScript would write it. */
export function typeText(json: Json): string {
  const { type, enum: values, items, anyOf, oneOf, const: only } = json;
  if (only !== undefined) return JSON.stringify(only);
  if (values && values.length <= mostChoices) return values.map((value) => JSON.stringify(value)).join(" | ");
  const options = anyOf ?? oneOf;
  if (options) return options.map(typeText).join(" | ");
  if (Array.isArray(type)) return type.map((one) => typeText({ type: one })).join(" | ");
  if (type === "array") {
    const entry = typeText(items ?? {});
    return entry.includes(" | ") ? `(${entry})[]` : `${entry}[]`;
  }
  if (type === "object") return objectText(json);
  return type === "integer" ? "number" : String(type);
}

function objectText({ properties, required = [], additionalProperties }: Json): string {
  if (!properties) return `Record<string, ${typeText(additionalProperties ?? {})}>`;
  const fields = Object.entries(properties).map(
    ([name, field]) => `${name}${required.includes(name) ? "" : "?"}: ${typeText(field)}`,
  );
  return `{ ${fields.join(", ")} }`;
}
