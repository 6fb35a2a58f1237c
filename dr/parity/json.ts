/** A value of JSON. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** A value as JSON with its texts replaced; keys sorted, and lists too: they are sets unless `ordered`. */
export function canonical(value: unknown, replace: (text: string) => string): Json {
  if (typeof value === "string") return replace(value);
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((one) => canonical(one, replace)).sort(byText);
  if (typeof value !== "object" || value === null) return null;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .map(([key, one]): [string, Json] => [replace(key), canonical(one, replace)])
      .sort(([left], [right]) => compare(left, right)),
  );
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
const byText = (left: Json, right: Json): number => compare(JSON.stringify(left), JSON.stringify(right));
