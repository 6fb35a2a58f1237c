import type { z } from "zod";
import { withoutMust } from "../../modules/core/words";

const kinds: Readonly<Record<string, string>> = {
  string: "a string",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

/** The rule that an issue of zod is about, in words that follow "must": "be at least 7". */
export function must(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `be ${kinds[issue.expected] ?? issue.expected}`;
    case "too_small":
      return `${extent(issue.origin, "least", issue.minimum)}`;
    case "too_big":
      return `${extent(issue.origin, "most", issue.maximum)}`;
    case "not_multiple_of":
      return `be a multiple of ${issue.divisor}`;
    case "invalid_value":
      return withoutMust(issue.message) ?? `be one of ${issue.values.join(", ")}`;
    case "invalid_union":
      return `be one of ${optionsOf(issue).join(", ")}`;
    default:
      return withoutMust(issue.message) ?? issue.message;
  }
}

/** The values that an issue would have accepted; none where it is no choice. */
export const choices = (issue: z.core.$ZodIssue): readonly unknown[] => {
  if (issue.code === "invalid_value") return issue.values;
  return issue.code === "invalid_union" ? optionsOf(issue) : [];
};

const optionsOf = (issue: z.core.$ZodIssueInvalidUnion): string[] =>
  "options" in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];

const extent = (origin: string, which: "least" | "most", limit: number | bigint): string => {
  if (origin === "string") return `have at ${which} ${limit} characters`;
  return origin === "array"
    ? `have at ${which} ${limit} ${limit === 1 ? "entry" : "entries"}`
    : `be at ${which} ${limit}`;
};
