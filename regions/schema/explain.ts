import { closest, distance } from "fastest-levenshtein";
import type { z } from "zod";
import { UserError } from "../../modules/core/user-error";
import { choices, must } from "./must";

/** One problem of a declaration: where, what is there, and the rule with the way out. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

/** What a declaration may say, for the hints of an error. */
export interface Known {
  keysAt(path: readonly PropertyKey[]): readonly string[];
  /** What the field there is for. */
  about?(path: readonly PropertyKey[]): string | undefined;
  /** Where an unknown key does have a place. */
  elsewhere?(path: readonly PropertyKey[], key: string): string | undefined;
}

/** Throws one error with every problem of a file; does nothing where there is none. */
export function refuse(file: string, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  throw new UserError(
    [`${file} has ${count}:`, ...problems.map(({ path, message }) => `  ${path}: ${message}`)].join("\n"),
  );
}

/** What zod found, with the value that was given, and a suggestion where a name is nearly right. */
export function explain(issues: readonly z.core.$ZodIssue[], given: unknown, known: Known): Problem[] {
  return issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(issue.path, key, known));
    if (issue.code === "invalid_key") return issue.issues.map((one) => wrongKey(issue.path, one, known));
    const value = issue.path.reduce<unknown>((at, key) => (isRecord(at) ? at[String(key)] : undefined), given);
    return [{ path: dotted(issue.path), message: wrong(issue, value, known.about?.(issue.path)) }];
  });
}

function wrong(issue: z.core.$ZodIssue, value: unknown, about: string | undefined): string {
  const hint = about ? ` ${about}` : "";
  if (issue.code === "custom" && value === undefined) return issue.message; // about a default
  if (value === undefined) return `is missing. It must ${must(issue)}.${hint}`;
  if (issue.code === "custom" && !issue.message.startsWith("must ")) return `${shown(value)}: ${issue.message}`;
  return `${shown(value)} must ${must(issue)}.${didYouMean(String(value), choices(issue)) || hint}`;
}

function wrongKey(at: readonly PropertyKey[], issue: z.core.$ZodIssue, known: Known): Problem {
  return { path: dotted(at.slice(0, -1)), message: wrong(issue, at.at(-1), known.about?.(at)) };
}

function unknownKey(at: readonly PropertyKey[], key: string, { keysAt, elsewhere }: Known): Problem {
  const keys = keysAt(at);
  const hint = elsewhere?.(at, key) ?? (didYouMean(key, keys) || ` Known are ${keys.join(", ")}.`);
  return { path: dotted([...at, key]), message: `is not known here.${hint}` };
}

/** " Did you mean …?" where a known name is at most a third away; nothing otherwise. */
export function didYouMean(given: string, known: readonly string[]): string {
  if (known.length === 0) return "";
  const best = closest(given, known);
  const away = distance(given, best);
  return away < given.length && away <= Math.ceil(given.length / 3) ? ` Did you mean "${best}"?` : "";
}

const dotted = (path: readonly PropertyKey[]): string => path.map(String).join(".");
const shown = (value: unknown): string => JSON.stringify(value) ?? "nothing";
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
