import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { didYouMean, refuse } from "../../../regions/schema/explain";
import {
  problemsIn,
  type ReviewException,
  reviewExceptionsFile,
  reviewExceptionsPath,
} from "../../../regions/schema/review-exceptions-schema";
import { jsonFile } from "../../json-file";
import { rules } from "../rules/all";

/** The exceptions that a review heeds. */
export interface Exceptions {
  /** The file that they are in, as somebody is told. */
  readonly file: string;
  readonly all: readonly ReviewException[];
  /** Those of the commit that a change is compared with: only they work. Without it, all do. */
  readonly before?: readonly ReviewException[];
  readonly now: Date;
}

/** What a synthesized app says of exceptions: none where it was synthesized before there were any. */
export function exceptionsIn(out: string): readonly ReviewException[] {
  const file = join(out, "review-exceptions.json");
  return existsSync(file) ? reviewExceptionsFile.parse(JSON.parse(readFileSync(file, "utf8"))).exceptions : [];
}

/** Those of a synthesized app of this project, checked. */
export const ownExceptions = (out: string, before?: string): Exceptions =>
  checked({
    file: reviewExceptionsPath,
    all: exceptionsIn(out),
    ...(before !== undefined && { before: exceptionsIn(before) }),
    now: new Date(),
  });

/** Those in files that options name, checked. */
export const givenExceptions = (file: string, before?: string): Exceptions =>
  checked({
    file,
    all: readFile("--exceptions", file),
    ...(before !== undefined && { before: readFile("--exceptions-before", before) }),
    now: new Date(),
  });

function readFile(option: string, file: string): readonly ReviewException[] {
  const json = jsonFile(option, file, ". Its form is that of docs/schemas/review-exceptions.json.");
  refuse(`${option}: ${file}`, problemsIn(json));
  return reviewExceptionsFile.parse(json).exceptions;
}

/** Fails where one names a rule that there is none, or would work for more than a year from now. */
export function checked(exceptions: Exceptions): Exceptions {
  const { file, all, now } = exceptions;
  const ids = rules.map(({ id }) => id);
  const last = dayOf(new Date(Date.UTC(now.getUTCFullYear() + 1, now.getUTCMonth(), now.getUTCDate())));
  refuse(
    file,
    all.flatMap(({ rule, until }, index) => [
      ...(ids.includes(rule)
        ? []
        : [
            {
              path: `exceptions[${index}].rule`,
              message: `"${rule}" is no rule.${didYouMean(rule, ids)} docs/review-rules.md has them all.`,
            },
          ]),
      ...(until <= last
        ? []
        : [
            {
              path: `exceptions[${index}].until`,
              message: `"${until}" is more than a year away. Choose a day until ${last}, and look at it again then.`,
            },
          ]),
    ]),
  );
  return exceptions;
}

export const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
