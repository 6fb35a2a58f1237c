import { rules } from "./rules/all";
import { type EstateChange, notKnown, type Surroundings, type Verdict } from "./rules/rule";

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
    if ("checkEstate" in rule) return [];
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

/** What all rules say about what a change does to an environment. */
export const judgeEstate = (change: EstateChange): Judged[] =>
  rules.flatMap((rule) =>
    "checkEstate" in rule
      ? rule
          .checkEstate(change)
          .flatMap(({ verdict, ...of }) => (verdict.is === "ok" ? [] : [{ rule: rule.id, ...of, verdict }]))
      : [],
  );

/** What rules would have to know of a plan that comes without its environment. */
export const judgeAlone = (around: Surroundings): Judged[] =>
  rules.flatMap((rule) => {
    const missed = "checkEstate" in rule ? rule.missedIn(around) : undefined;
    const verdict = missed === undefined ? undefined : notKnown(missed, []);
    return verdict && verdict.is !== "ok" ? [{ rule: rule.id, root: around.root, address: around.root, verdict }] : [];
  });
