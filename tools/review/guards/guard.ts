import type { Path } from "../../../terraform/plan/decided";
import type { Attributes } from "../../../terraform/plan/resource-changes";
import type { Severity } from "../rules/rule";

/** A value of a resource that protects it. */
export interface Guard {
  readonly path: Path;
  /** How much a value protects, more is safer; undefined where that is not known here. */
  worth(value: unknown): number | undefined;
  /** Whether it matters at all for what has these values; always without it. */
  applies?(values: Attributes): boolean;
  /** What is worth less is weak from the start. */
  readonly enough: number;
  /** What a reference to a resource of the plan is worth, whatever it will be; without it, nobody knows. */
  readonly reference?: number;
  /** How bad it is that it protects less than before, where that is not as for the others of its rule. */
  readonly severity?: Severity;
  /** How bad it is that it protects no more at all, where that is worse. */
  readonly toNothing?: Severity;
  /** What it means, in a sentence, where that is not as for the others of its rule. */
  readonly means?: string;
  /** What can be done, in a sentence, where that is not as for the others of its rule. */
  readonly wayOut?: string;
  /** What a change to less means, in a sentence. */
  changed(before: unknown, after: unknown): string;
  /** What it means that it is weak from the start, in a sentence. */
  made(after: unknown): string;
}

const isOn = (value: unknown): boolean => value === true || value === "true" || value === 1;

/** What protects while it is on. */
export const on = (path: Path, what: string, { unsaid = false } = {}): Guard => ({
  path,
  worth: (value) => Number(isOn(value ?? unsaid)),
  enough: 1,
  changed: () => `${what} is turned off.`,
  made: () => `${what} is off.`,
});

/** What protects while it is off. */
export const off = (path: Path, what: string, { unsaid = false } = {}): Guard => ({
  path,
  worth: (value) => Number(!isOn(value ?? unsaid)),
  enough: 1,
  changed: () => `${what} is turned on.`,
  made: () => `${what} is on.`,
});

/** What protects as long as there is any. */
export const given = (path: Path, what: string): Guard => ({
  path,
  worth: (value) => Number(isThere(value)),
  enough: 1,
  reference: 1,
  changed: () => `${what} is removed.`,
  made: () => `${what} is missing.`,
});

const isThere = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== "" && value !== false;

interface Amount {
  readonly unit: string;
  /** What AWS takes where nothing is said. */
  readonly unsaid: number;
  /** From where on it is well from the start. */
  readonly enough: number;
  /** A value that stands for no limit. */
  readonly endless?: number;
}

/** `35 days`; `4 days`, too, where seconds say so. */
function quantity(amount: number, unit: string): string {
  const [seconds, name] =
    unit === "seconds" ? (longer.find(([one]) => amount > 0 && amount % one === 0) ?? [1, unit]) : [1, unit];
  const many = amount / seconds;
  return `${many.toLocaleString("en")} ${many === 1 ? name.replace(/s$/, "") : name}`;
}

const longer = [
  [86_400, "days"],
  [3_600, "hours"],
  [60, "minutes"],
] as const;

/** What protects the more, the larger it is. */
export function more(path: Path, what: string, { unit, unsaid, enough, endless }: Amount): Guard {
  const amount = (value: unknown): number => (typeof value === "number" ? value : Number(value ?? unsaid));
  const inWords = (value: unknown): string => {
    if (amount(value) === endless) return "without end";
    return quantity(amount(value), unit);
  };
  return {
    path,
    worth: (value) => (amount(value) === endless ? Number.POSITIVE_INFINITY : amount(value)),
    enough,
    changed: (before, after) => `${what}: ${inWords(after)} instead of ${inWords(before)}.`,
    made: (value) => `${what}: ${inWords(value)}.`,
  };
}

/** What protects according to its place in a list, the weakest first; others are not known. */
export const ranked = (path: Path, what: string, weakestFirst: readonly (string | null)[]): Guard => ({
  path,
  worth: (value) => {
    const place = weakestFirst.indexOf(typeof value === "string" && value !== "" ? value : null);
    return place < 0 ? undefined : place;
  },
  enough: weakestFirst.length - 1,
  changed: (before, after) => `${what} goes from ${inQuotes(before)} to ${inQuotes(after)}.`,
  made: (value) => `${what} is ${inQuotes(value)}.`,
});

export const inQuotes = (value: unknown): string => (isThere(value) ? `"${value}"` : "none");
