import type { Place } from "./digest";
import { namesSecret } from "./names";

/** Where a value is, and the name that tells what it is. */
export interface Named {
  /** What it is in. */
  readonly within: Place | Named;
  /** Its own step of the path; a text that was opened has none. */
  readonly step?: string;
  readonly name: string;
  /** In how many texts it was found, one in the other. */
  readonly depth: number;
}

/** Where a value is; made only of what is hidden, because most values are not. */
export function placeOf(at: Place | Named): Place {
  if ("path" in at) return at;
  const within = placeOf(at.within);
  return at.step === undefined ? within : { ...within, path: [...within.path, at.step] };
}

/** The type of the resource that a value is in. */
export const typeOf = (at: Place | Named): string => ("path" in at ? at.type : typeOf(at.within));

/** An attribute of an object; a value beside a name is of that name: `{ name = "DB_PASSWORD", value = … }`. */
export function attributeOf(within: Named, object: object, step: string): Named {
  const given = valueNames.has(step.toLowerCase()) ? besideValue(object) : undefined;
  return { within, step, name: given ?? step, depth: within.depth };
}

/** A member of a list: of the list's name, unless it follows an option: `["--password", …]`. */
export function memberOf(within: Named, previous: unknown): Named {
  const option = typeof previous === "string" ? /^--?([\w-]+)$/.exec(previous)?.[1] : undefined;
  const name = option !== undefined && namesSecret(option) ? option : within.name;
  return { within, step: "*", name, depth: within.depth };
}

const valueNames: ReadonlySet<string> = new Set(["value", "values", "default", "content"]);

const nameNames: ReadonlySet<string> = new Set(
  ["name", "key", "parameter_name", "parameterName", "header", "header_name", "option_name"].map((one) =>
    one.toLowerCase(),
  ),
);

const besideValue = (object: object): string | undefined => {
  const found = Object.entries(object).find(
    ([name, value]) => nameNames.has(name.toLowerCase()) && typeof value === "string",
  );
  return typeof found?.[1] === "string" ? found[1] : undefined;
};
