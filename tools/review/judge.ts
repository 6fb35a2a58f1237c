import { driftIn } from "../../terraform/plan/drift";
import { outsideToo, rules } from "./rules/all";
import { type AnyRule, type EstateChange, notKnown, type Surroundings, type Verdict } from "./rules/rule";
import { isConfigured } from "./surroundings";

/** What a rule has found about a resource. */
export interface Judged {
  readonly rule: string;
  readonly root: string;
  readonly address: string;
  readonly verdict: Exclude<Verdict, { is: "ok" }>;
}

/** What all rules say about a plan; what is well is left out. */
export const judge = (around: Surroundings, all: readonly AnyRule[] = rules): Judged[] =>
  all.flatMap((rule) => {
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

/**
 * What rules about who may get in, and about who watches, say about what was changed outside of Terraform.
 *
 * Others are left out: a group that scales by itself drifts every hour.
 */
export const judgeDrift = (around: Surroundings): Judged[] => {
  const changes = driftIn(around.plan);
  const isTakenBack = new Set(around.changes.filter(({ fate }) => fate !== "none").map(({ address }) => address));
  const drifted = { ...around, changes: [...changes.relevant, ...changes.elsewhere] };
  return judge(drifted, outsideToo).flatMap(({ verdict, ...of }) =>
    verdict.is !== "finding" || isOfAnother(of.address, verdict.attribute, around)
      ? []
      : [
          {
            ...of,
            verdict: {
              ...verdict,
              why: `Changed outside of Terraform: ${lowered(verdict.why)}`,
              wayOut: isTakenBack.has(of.address) ? takenBack : staysSo,
            },
          },
        ],
  );
};

/**
 * Whether an attribute is left to another resource of the code: a bucket shows a policy that is a resource of its own, and a
 * group its rules, as changed once they are made.
 */
const isOfAnother = (address: string, attribute: string | undefined, { plan, decided }: Surroundings): boolean =>
  attribute !== undefined &&
  isConfigured(plan) &&
  decided(address, attribute.split(".").slice(0, 1))?.configured !== true;

const takenBack = "This plan takes it back. Find out who did it, and what came of it meanwhile.";
const staysSo = "Nothing here takes it back: find out who did it, and change it back, or write it into the code.";
const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

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
