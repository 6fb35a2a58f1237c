import { isBlock, type Shown, textOf } from "../secrets/shown";
import { matches } from "./wildcard";

/** Subjects of tokens that a trust policy takes and another one did not, such as `repo:shop/*`; `*` is whoever has a token. */
export function newSubjects(before: Shown | undefined, after: Shown | undefined): string[] {
  const known = subjectsIn(before);
  return subjectsIn(after).filter((one) => !known.some((other) => matches(other, one)));
}

/** Whose tokens of an identity provider a policy takes, as patterns. */
const subjectsIn = (policy: Shown | undefined): string[] =>
  isBlock(policy)
    ? listOf(policy.Statement)
        .filter(isBlock)
        .filter(({ Effect, Action }) => Effect === "Allow" && listOf(Action).some(takesTokens))
        .flatMap(({ Condition }) => subjectsOf(Condition))
    : [];

const takesTokens = (action: Shown): boolean => /^(\*|sts:(\*|AssumeRoleWithWebIdentity))$/i.test(`${action}`);

function subjectsOf(condition: Shown | undefined): string[] {
  const operators = isBlock(condition) ? Object.entries(condition) : [];
  const asked = operators.flatMap(([operator, keys]) =>
    isBlock(keys) && /^(ForAnyValue:)?String(Equals|EqualsIgnoreCase|Like)$/i.test(operator)
      ? Object.entries(keys).flatMap(([key, values]) => (/:sub$/i.test(key) ? [listOf(values).map(textIn)] : []))
      : [],
  );
  return asked.length === 0 ? ["*"] : asked.flat();
}

const textIn = (value: Shown): string => (typeof value === "string" ? value : textOf(value));

const listOf = (value: Shown | undefined): readonly Shown[] => {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
};
