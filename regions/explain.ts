import { closest, distance } from "fastest-levenshtein";
import type { z } from "zod";
import { UserError } from "../modules/core/user-error";

/** One problem of a declaration: where, what is there, and the rule with the way out. */
export interface Problem {
  readonly path: string;
  readonly message: string;
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
export function explain(
  issues: readonly z.core.$ZodIssue[],
  given: unknown,
  keysAt: (path: readonly PropertyKey[]) => readonly string[],
): Problem[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map(String).join(".");
    const value = issue.path.reduce<unknown>((at, key) => (isRecord(at) ? at[String(key)] : undefined), given);
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        path: path ? `${path}.${key}` : key,
        message: `is not known here.${didYouMean(key, keysAt(issue.path)) || ` Known are ${keysAt(issue.path).join(", ")}.`}`,
      }));
    }
    if (issue.code === "invalid_value") {
      return [
        {
          path,
          message: `${shown(value)} is not one of ${issue.values.join(", ")}.${didYouMean(String(value), issue.values.map(String))}`,
        },
      ];
    }
    return [
      { path, message: value === undefined ? `is missing. ${issue.message}.` : `${shown(value)}: ${issue.message}` },
    ];
  });
}

/** " Did you mean …?" where a known name is at most a third away; nothing otherwise. */
export function didYouMean(given: string, known: readonly string[]): string {
  if (known.length === 0) return "";
  const best = closest(given, known);
  return distance(given, best) <= Math.ceil(given.length / 3) ? ` Did you mean "${best}"?` : "";
}

const shown = (value: unknown): string => JSON.stringify(value) ?? "nothing";
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
