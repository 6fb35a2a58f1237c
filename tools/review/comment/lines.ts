import diffSequences from "@jest/diff-sequences";
import { clipped, visible } from "./foreign";

/** Lines around what differs. */
const context = 1;

const longestLine = 200;

/** Texts of more lines than that are not compared line by line: it would take too long. */
const mostLines = 4_000;

/** Whether values are texts of several lines, so that only the lines matter that differ. */
export const isLong = (before: string | null, after: string | null): boolean =>
  [before, after].every((value) => value === null || value.startsWith('"')) &&
  [before, after].some((value) => value?.includes("\\n", 1) === true && linesOf(value).length > 2);

/** The lines in which two texts differ, with what is around them. Both are JSON. */
export function lineDifferences(before: string | null, after: string | null): string[] {
  const [was, is] = [linesOf(before), linesOf(after)];
  if (was.length + is.length > mostLines) return [`  ${was.length} lines become ${is.length}`];
  const told: (readonly [sign: " " | "-" | "+", line: string])[] = [];
  let [from, other] = [0, 0];
  const upTo = (wasEnd: number, isEnd: number): void => {
    for (; from < wasEnd; from++) told.push(["-", was[from] ?? ""]);
    for (; other < isEnd; other++) told.push(["+", is[other] ?? ""]);
  };
  diffSequences(
    was.length,
    is.length,
    (one, two) => was[one] === is[two],
    (count, one, two) => {
      upTo(one, two);
      for (let index = 0; index < count; index++) told.push([" ", was[one + index] ?? ""]);
      [from, other] = [one + count, two + count];
    },
  );
  upTo(was.length, is.length);
  const isNear = (index: number): boolean =>
    told.slice(Math.max(0, index - context), index + context + 1).some(([sign]) => sign !== " ");
  return told.flatMap(([sign, line], index) => {
    if (isNear(index)) return [`${sign} ${visible(clipped(line, longestLine))}`];
    return isNear(index - 1) && index > 0 ? ["  …"] : [];
  });
}

const linesOf = (value: string | null): string[] =>
  value === null ? [] : textIn(value).replace(/\n$/, "").split(/\r?\n/);

/** A digest in the place of a secret may have taken half of an escaped character with it. */
function textIn(json: string): string {
  try {
    return String(JSON.parse(json));
  } catch {
    return json;
  }
}
