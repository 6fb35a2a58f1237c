import type { Statement } from "./policy";
import { matches } from "./wildcard";

/** What a statement says of one principal, one action and one resource. */
export interface Grant {
  readonly effect: Statement["effect"];
  readonly who: string;
  readonly what: string;
  readonly on: string;
  readonly when: string;
  readonly isLimited: boolean;
}

/** More than that are compared statement by statement: two policies of thousands of grants would take minutes. */
const most = 1_000;

/** What statements say, one by one, so that it does not matter how it is spread over statements. */
export function grantsOf(statements: readonly Statement[]): Grant[] {
  const count = statements.reduce(
    (sum, one) => sum + Math.max(1, one.who.length) * one.what.length * Math.max(1, one.on.length),
    0,
  );
  const parts = (list: readonly string[]): readonly string[] =>
    count > most ? [list.join(", ")] : list.length ? list : [""];
  return statements.flatMap(({ effect, who, what, on, when, isLimited }) =>
    parts(who).flatMap((one) =>
      parts(what).flatMap((action) =>
        parts(on).map((resource) => ({ effect, who: one, what: action, on: resource, when, isLimited })),
      ),
    ),
  );
}

/** What is said newly, and under which conditions it was said before. */
export interface New extends Grant {
  readonly otherwiseWhen: string;
}

/** Those that none of others has said already, by the same words or by a wildcard. */
export function notSaidBy(grants: readonly Grant[], others: readonly Grant[]): New[] {
  // Most of two policies is in both of them, word for word.
  const same = new Set(others.map(textOf));
  return grants.flatMap((grant) => {
    if (same.has(textOf(grant))) return [];
    const like = others.filter((other) => other.effect === grant.effect && coversButWhen(other, grant));
    // What conditions mean is compared as text only.
    if (like.some(({ when }) => when === "" || when === grant.when)) return [];
    return [{ ...grant, otherwiseWhen: [...new Set(like.map(({ when }) => when))].sort().join(", or ") }];
  });
}

const textOf = ({ effect, who, what, on, when }: Grant): string => [effect, who, what, on, when].join("\n");

/** Whether a grant says at least what another says, but for its conditions. */
export const coversButWhen = (wide: Grant, narrow: Grant): boolean =>
  (wide.who === "*" || wide.who === narrow.who) &&
  // The names of actions are the same in any case.
  isWider(wide.what.toLowerCase(), narrow.what.toLowerCase()) &&
  isWider(wide.on, narrow.on);

/** A list, or everything but a list, is compared as a whole: a wildcard in it is of one of its members. */
const isWider = (wide: string, narrow: string): boolean =>
  wide === narrow || wide === "*" || (!isList(wide) && !isList(narrow) && matches(wide, narrow));

export const isList = (text: string): boolean => text.includes(", ") || text.startsWith("everything but ");
