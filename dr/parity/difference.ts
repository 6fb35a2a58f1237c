import type { Json } from "./json";
import { type Differing, differing } from "./settings";

/** A difference that is meant: it is listed with its reason, and does not fail parity. */
export interface Difference {
  readonly type: string;
  /** The path of the setting; without one, that the resource exists in one of the two only. */
  readonly setting?: string;
  readonly reason: string;
  /** The only values that are meant; without them, any. */
  readonly expected?: { readonly source?: Json; readonly recovered?: Json };
}

/** A difference that was found. */
export interface FoundDifference extends Differing {
  readonly type: string;
  readonly name: string;
}

/** What stands for the setting when a resource exists in one of the two only. */
export const existence = "exists";

/** Whether a difference that was found is this one. */
const means = ({ type, setting = existence, expected }: Difference, found: FoundDifference): boolean =>
  type === found.type &&
  setting === found.setting &&
  (expected === undefined ||
    (differing(expected.source, found.source).length === 0 &&
      differing(expected.recovered, found.recovered).length === 0));

/** A difference that occurred, and why it is meant. */
export interface Meant extends FoundDifference {
  readonly reason: string;
}

/** Differences that were found, by whether they are meant. */
export interface SortedOut {
  /** What nobody meant: each one fails parity. */
  readonly differences: readonly FoundDifference[];
  /** What was declared, and occurred. */
  readonly declared: readonly Meant[];
  /** What was declared, and did not occur. */
  readonly unused: readonly Difference[];
}

/** A difference for people, each value cut off where it is a long one. */
export const described = ({ setting, source, recovered, ...of }: FoundDifference): string =>
  `${nameOf(of)}: ${setting} is ${short(source)} in the source, ${short(recovered)} in the recovery`;

/** An address has the type in it. */
export const nameOf = ({ type, name }: Pick<FoundDifference, "type" | "name">): string =>
  name.includes(`${type}.`) ? name : `${type} ${name}`;

const short = (value: Json | undefined): string => {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 500 ? `${text.slice(0, 500)}…` : text;
};

/** Sorts what was found into what is meant and what is not; `reasonOf` may know a reason for what nobody has listed. */
export function sortOut(
  found: readonly FoundDifference[],
  declared: readonly Difference[],
  reasonOf: (found: FoundDifference) => string | undefined = () => undefined,
): SortedOut {
  const judged = found.map((one) => ({ one, by: declared.find((difference) => means(difference, one)) }));
  const explained = judged.map(({ one, by }) => ({ one, reason: by?.reason ?? reasonOf(one) }));
  const used = new Set(judged.map(({ by }) => by));
  return {
    differences: explained.flatMap(({ one, reason }) => (reason === undefined ? [one] : [])),
    declared: explained.flatMap(({ one, reason }) => (reason === undefined ? [] : [{ ...one, reason }])),
    unused: declared.filter((difference) => !used.has(difference)),
  };
}
