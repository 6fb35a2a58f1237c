import { closest, distance } from "fastest-levenshtein";
import type { z } from "zod";
import { UserError } from "../../modules/core/user-error";
import { and, or } from "./lists";
import { choices, must } from "./must";

/** One problem of a declaration: where, what is there, and the rule with the way out. */
export interface Problem {
  readonly path: string;
  readonly message: string;
  /** Other files of which a change would solve it, too. */
  readonly also?: readonly string[];
}

/** A problem with the file that it is in. */
export interface FileProblem extends Problem {
  readonly file: string;
}

/** What a declaration may say, for the hints of an error. */
export interface Known {
  keysAt(path: readonly PropertyKey[]): readonly string[];
  /** What a key there is called: "tier", "setting". */
  kindAt(path: readonly PropertyKey[]): string;
  /** What the field there is for. */
  about?(path: readonly PropertyKey[]): string | undefined;
  /** What the field there must be, in the words of its own schema. */
  mustAt?(path: readonly PropertyKey[]): string | undefined;
  /** Where an unknown key does have a place: a sentence about it. */
  elsewhere?(path: readonly PropertyKey[], key: string): string | undefined;
  /** The keys there that decide which others are known. */
  decidersAt?(path: readonly PropertyKey[]): readonly string[];
}

/** Throws one error with every problem of a file; does nothing where there is none. */
export const refuse = (file: string, problems: readonly Problem[]): void =>
  refuseAll(problems.map((problem) => ({ ...problem, file })));

/** Throws one error with every problem, by file; does nothing where there is none. */
export function refuseAll(problems: readonly FileProblem[]): void {
  if (problems.length === 0) return;
  const places = problems.map(({ file, also = [] }) => [file, ...also]);
  const heads = [...new Set(places.map(and))];
  throw new UserError(
    heads
      .flatMap((head) => {
        const those = problems.filter((_, index) => and(places[index] ?? []) === head);
        const has = places.some((files) => files.length > 1 && and(files) === head) ? "have" : "has";
        const count = those.length === 1 ? "1 problem" : `${those.length} problems`;
        return [`${head} ${has} ${count}:`, ...those.map(({ path, message }) => `  ${path}: ${message}`)];
      })
      .join("\n"),
  );
}

type Issue = z.core.$ZodIssue;

/** What zod found, with the value that was given, and a suggestion where a name is nearly right: causes before what follows from them. */
export function explain(issues: readonly Issue[], given: unknown, known: Known): Problem[] {
  const unknown = issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? causes(
          issue.keys.map((key) => unknownKey(issue.path, key, known)),
          known,
        )
      : [],
  );
  const meant = unknown.flatMap(({ at, suggestion }) => (suggestion === undefined ? [] : [[...at, suggestion]]));
  const others = issues.filter((issue) => issue.code !== "unrecognized_keys");
  return [
    ...unknown.map(({ at, key, message }) => ({ path: named([...at, key], given), message })),
    ...others
      .filter(({ path }) => !meant.some((place) => place.every((key, index) => path[index] === key)))
      .flatMap((issue) => problemsOf(issue, given, known)),
  ];
}

function problemsOf(issue: Issue, given: unknown, known: Known): Problem[] {
  const about = known.about?.(issue.path);
  const value = valueAt(issue.path, given);
  if (value === undefined && issue.code !== "custom") {
    const rule = known.mustAt?.(issue.path) ?? must(issue);
    return [{ path: named(issue.path, given), message: `is missing. It must ${rule}.${after(about)}` }];
  }
  if (issue.code === "invalid_key") {
    const key = issue.path.at(-1);
    return issue.issues.map((one) => ({
      path: named(issue.path.slice(0, -1), given),
      message: wrong(one, key, about),
    }));
  }
  return [{ path: named(issue.path, given), message: wrong(issue, value, about) }];
}

function wrong(issue: Issue, value: unknown, about: string | undefined): string {
  if (issue.code === "custom" && value === undefined) return issue.message; // about a default
  if (issue.code === "custom" && !issue.message.startsWith("must ")) return `${shown(value)}: ${issue.message}`;
  return `${shown(value)} must ${must(issue)}.${nearest(value, issue) || after(about)}`;
}

const after = (sentence: string | undefined): string => (sentence ? ` ${sentence}` : "");

interface UnknownKey {
  readonly at: readonly PropertyKey[];
  readonly key: string;
  readonly message: string;
  readonly suggestion?: string;
  readonly elsewhere: boolean;
}

/** The unknown keys of one place without those that a misspelt decider makes unknown. */
const causes = (keys: readonly UnknownKey[], { decidersAt }: Known): readonly UnknownKey[] => {
  const misspelt = keys.some(({ at, suggestion }) => suggestion && decidersAt?.(at).includes(suggestion));
  return misspelt ? keys.filter(({ elsewhere }) => !elsewhere) : keys;
};

function unknownKey(at: readonly PropertyKey[], key: string, known: Known): UnknownKey {
  const keys = known.keysAt(at);
  const elsewhere = known.elsewhere?.(at, key);
  const suggestion = elsewhere === undefined ? closestTo(key, keys) : undefined;
  const hint = suggestion === undefined ? ` Known: ${keys.join(", ")}.` : meaning(suggestion);
  return {
    at,
    key,
    suggestion,
    elsewhere: elsewhere !== undefined,
    message: elsewhere ?? `is not a known ${known.kindAt(at)}.${hint}`,
  };
}

/** " Did you mean …?" where a known name is at most a third away; nothing otherwise. */
export function didYouMean(given: string, known: readonly string[]): string {
  const suggestion = closestTo(given, known);
  return suggestion === undefined ? "" : meaning(suggestion);
}

const meaning = (suggestion: string): string => ` Did you mean "${suggestion}"?`;

function closestTo(given: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || given.length < 3) return undefined; // of two letters, every other is near
  const best = closest(given, known);
  const away = distance(given, best);
  return away < given.length && away <= Math.ceil(given.length / 3) ? best : undefined;
}

/** The choices next to a value: a name that is spelt nearly like it, or the numbers below and above. */
function nearest(value: unknown, issue: Issue): string {
  const known = choices(issue);
  if (typeof value !== "number") return didYouMean(String(value), known.map(String));
  const numbers = known.filter((one) => typeof one === "number");
  const neighbours = [numbers.filter((one) => one < value).at(-1), numbers.find((one) => one > value)];
  const near = neighbours.filter((one) => one !== undefined);
  return near.length > 0 ? ` Nearest: ${or(near.map(String))}.` : "";
}

/** A path as one would say it: an entry of a list by its name, or not at all where the message shows the entry itself. */
const named = (path: readonly PropertyKey[], given: unknown): string =>
  path
    .map((key, index) => {
      if (!Array.isArray(valueAt(path.slice(0, index), given))) return index === 0 ? String(key) : `.${String(key)}`;
      const entry = valueAt(path.slice(0, index + 1), given);
      if (!isRecord(entry)) return "";
      return typeof entry.name === "string" ? `[${JSON.stringify(entry.name)}]` : `[${String(key)}]`;
    })
    .join("");

const valueAt = (path: readonly PropertyKey[], given: unknown): unknown =>
  path.reduce<unknown>((at, key) => (isRecord(at) ? at[String(key)] : undefined), given);
const shown = (value: unknown): string => JSON.stringify(value) ?? "nothing";
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
