import type { ResourceChange } from "../../../terraform/plan/resource-changes";
import { type Rule, type Severity, type Surroundings, severities, type Verdict } from "../rules/rule";

type Check = (change: ResourceChange, around: Surroundings) => readonly Verdict[];

/** A rule that looks at types in a way of their own, too, and gives further severities by that. */
export function also(rule: Rule, checks: Readonly<Record<string, Check>>, further: readonly Severity[] = []): Rule {
  const [worst = rule.severities[0], ...others] = severities.filter((one) =>
    [...rule.severities, ...further].includes(one),
  );
  return {
    ...rule,
    severities: [worst, ...others],
    ...(rule.types && { types: [...new Set([...rule.types, ...Object.keys(checks)])] }),
    check: (change, around) => [rule.check(change, around), checks[change.type]?.(change, around) ?? []].flat(),
  };
}
