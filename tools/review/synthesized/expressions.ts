import { isObject } from "../../../terraform/is-object";
/** What an expression refers to: `var.name`, `data.aws_region.here.id`, `aws_lb.public.arn`. */
export function referencesIn(text: string): string[] {
  const inside = [...text.matchAll(/\$\{((?:[^{}"]|"(?:[^"\\]|\\.)*")*)\}/g)].map(([, one = ""]) => one);
  return inside.flatMap((one) => one.match(/\b(?:data\.)?[a-z]\w*(?:\.[a-z_]\w*)+/g) ?? []);
}

/** Values as a plan says how they are configured: as constants, or by what they refer to; blocks one by one. */
export const expressionsOf = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, expressionOf(value)]));

function expressionOf(value: unknown): unknown {
  if (Array.isArray(value) && value.length > 0 && value.every(isObject)) return value.map(expressionsOf);
  const references = referencesIn(typeof value === "string" ? value : textOf(value));
  return references.length === 0 ? { constant_value: value } : { references };
}

/** Quotes are as in the expressions themselves. */
const textOf = (value: unknown): string => JSON.stringify(value ?? null).replaceAll('\\"', '"');
