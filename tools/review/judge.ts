import { rules } from "./rules/all";
import type { Surroundings, Verdict } from "./rules/rule";

/** What a rule has found about a resource. */
export interface Judged {
  readonly rule: string;
  readonly root: string;
  readonly address: string;
  readonly verdict: Exclude<Verdict, { is: "ok" }>;
}

/** What all rules say about a plan; what is well is left out. */
export const judge = (around: Surroundings): Judged[] =>
  rules.flatMap((rule) => {
    const verdicts =
      "checkPlan" in rule
        ? rule.checkPlan(around)
        : around.changes
            .filter(({ type, fate }) => fate !== "none" && (rule.types === undefined || rule.types.includes(type)))
            .flatMap((change) =>
              [rule.check(change, around)].flat().map((verdict: Verdict) => ({ address: change.address, verdict })),
            );
    return verdicts.flatMap(({ address, verdict }) =>
      verdict.is === "ok" ? [] : [{ rule: rule.id, root: around.root, address, verdict }],
    );
  });
