import type { AttributeView } from "../result";
import { clipped, visible } from "./foreign";
import { isLong, lineDifferences } from "./lines";

/** How long a value is told. */
const longestValue = 240;

/** A block that is no longer is told in one line. */
const shortBlock = 60;

/** How many lines an attribute has. */
const mostRows = 24;

/** Attributes in the lines of a diff: what was with a minus, what will be with a plus. */
export function rows(attributes: readonly AttributeView[]): string[] {
  const [later, told] = [attributes.filter(({ computed }) => computed), attributes.filter(({ computed }) => !computed)];
  const names = [...new Set(told.map(nameOf))];
  const lines = names.flatMap((name) => {
    const its = told.filter((one) => nameOf(one) === name);
    const spread = its.flatMap((one) => blockOf(one) ?? rowOf(one));
    const own = spread.length <= mostRows ? spread : its.flatMap(rowOf);
    return own.length <= mostRows
      ? own
      : [...own.slice(0, mostRows), `  … ${own.length - mostRows} more lines of ${visible(name)}`];
  });
  const rest = later.map(({ path }) => visible(path)).join(", ");
  return rest === "" ? lines : [...lines, `  known after the apply: ${clipped(rest, longestValue)}`];
}

/** The attribute that a path is in. */
const nameOf = ({ path }: AttributeView): string => /^[^.[]*/.exec(path)?.[0] ?? path;

/** A block that is only before, or only after: a line for each of its attributes that say something; undefined for all else. */
function blockOf({ path, before, after, known, forces }: AttributeView): string[] | undefined {
  const value = before ?? after;
  if (!known || value === null || value.length <= shortBlock || (before !== null && after !== null)) return undefined;
  const all = entriesOf(value)?.filter(([, one]) => Object(one).length !== 0);
  if (all === undefined) return undefined;
  const sign = before === null ? "+" : "-";
  const lines = all.map(([name, one]) => `${sign}   ${visible(name)} = ${written(JSON.stringify(one))}`);
  return [`${sign} ${visible(clipped(path, longestValue))}${forces ? "  # forces the replacement" : ""}`, ...lines];
}

const written = (json: string): string => visible(clipped(json, longestValue));

/** What an object in JSON has, but for what is null; undefined where it is none. */
function entriesOf(json: string): [string, unknown][] | undefined {
  if (!json.startsWith("{")) return undefined;
  try {
    return Object.entries(JSON.parse(json)).filter(([, value]) => value !== null);
  } catch {
    // A digest in the place of a secret may have taken half of an escaped character with it.
    return undefined;
  }
}

function rowOf(attribute: AttributeView): string[] {
  const { path, before, after, known, by, words, forces } = attribute;
  const name = visible(clipped(path, longestValue));
  if (words) return words.map((word) => `! ${name}: ${visible(clipped(word, 2 * longestValue))}`);
  if (known && isLong(before, after)) return [`@@ ${name} @@`, ...lineDifferences(before, after)];
  const why = forces ? "  # forces the replacement" : "";
  const later = by ? `known after the apply (${visible(by.join(", "))})` : "known after the apply";
  const [was, is] = shortened(before, after);
  return [
    ...(was === null ? [] : [`- ${name} = ${was}${is === null && known ? why : ""}`]),
    ...(known && is === null ? [] : [`+ ${name} = ${known ? is : clipped(later, longestValue)}${why}`]),
  ];
}

/** Two values around where they differ. */
function shortened(before: string | null, after: string | null): (string | null)[] {
  const isShort = [before, after].every((value) => (value?.length ?? 0) <= longestValue);
  const same = isShort || before === null || after === null ? 0 : commonLength(before, after);
  const from = Math.max(0, same - longestValue / 4);
  return [before, after].map((value) =>
    value === null ? null : visible(clipped(from === 0 ? value : `… ${value.slice(from)}`, longestValue)),
  );
}

function commonLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}
