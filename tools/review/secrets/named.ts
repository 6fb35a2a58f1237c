import type { Place } from "./digest";
import { namesSecret } from "./names";

/** Where a value is, and the name that tells what it is. */
export interface Named {
  readonly place: Place;
  readonly name: string;
  /** In how many texts it was found, one in the other. */
  readonly depth: number;
}

/** An attribute of an object; a value beside a name is of that name: `{ name = "DB_PASSWORD", value = … }`. */
export function attributeOf({ place, depth }: Named, object: object, name: string): Named {
  const given = valueNames.test(name) ? besideValue(object) : undefined;
  return { place: { ...place, path: [...place.path, name] }, name: given ?? name, depth };
}

/** A member of a list: of the list's name, unless it follows an option: `["--password", …]`. */
export function memberOf({ place, name, depth }: Named, previous: unknown): Named {
  const option = typeof previous === "string" ? /^--?([\w-]+)$/.exec(previous)?.[1] : undefined;
  return {
    place: { ...place, path: [...place.path, "*"] },
    name: option !== undefined && namesSecret(option) ? option : name,
    depth,
  };
}

const valueNames = /^(?:value|values|default|content)$/i;

const besideValue = (object: object): string | undefined => {
  for (const [name, value] of Object.entries(object))
    if (
      /^(?:name|key|parameter_name|parameterName|header|header_name|option_name)$/i.test(name) &&
      typeof value === "string"
    )
      return value;
  return undefined;
};
