import { isObject } from "../../terraform/is-object";
/** A string inside of a JSON value, and the path to it. */
export interface FoundString {
  readonly path: string;
  readonly text: string;
}

/** Every string of a JSON value, the keys of objects too. */
export function* everyString(value: unknown, path: string): Generator<FoundString> {
  if (typeof value === "string") yield { path, text: value };
  else if (Array.isArray(value)) for (const [at, item] of value.entries()) yield* everyString(item, `${path}[${at}]`);
  else if (isObject(value))
    for (const [key, item] of Object.entries(value)) {
      yield { path: `${path} (key)`, text: key };
      yield* everyString(item, path === "" ? key : `${path}.${key}`);
    }
}
