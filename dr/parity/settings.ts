import type { Json, JsonObject } from "./json";

/** A setting that is not the same in both, by its path: "attributes.deletion_protection.enabled". */
export interface Differing {
  readonly setting: string;
  readonly source: Json | undefined;
  readonly recovered: Json | undefined;
}

/** The settings in which two items differ; of lists, only what the other one does not have, part by part where there are as many. */
export function differing(source: Json | undefined, recovered: Json | undefined, setting = ""): Differing[] {
  if (JSON.stringify(source) === JSON.stringify(recovered)) return [];
  if (isObject(source) && isObject(recovered)) {
    const keys = [...new Set([...Object.keys(source), ...Object.keys(recovered)])].sort();
    return keys.flatMap((key) => differing(source[key], recovered[key], setting ? `${setting}.${key}` : key));
  }
  if (isList(source) && isList(recovered)) {
    const [left, right] = [without(source, recovered), without(recovered, source)];
    const parts = left.length === right.length && [...left, ...right].every(isObject);
    return parts
      ? left.flatMap((one, at) => differing(one, right[at], setting))
      : [{ setting, source: left, recovered: right }];
  }
  return [{ setting, source, recovered }];
}

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !isList(value);

function without(list: readonly Json[], others: readonly Json[]): Json[] {
  const rest = others.map((one) => JSON.stringify(one));
  return list.filter((one) => {
    const at = rest.indexOf(JSON.stringify(one));
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}
