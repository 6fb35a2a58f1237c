import { decidedIn } from "../../terraform/plan/decided";
import { referencesOf } from "../../terraform/plan/referred";
import { regionsIn } from "../../terraform/plan/regions";
import { resourceChanges } from "../../terraform/plan/resource-changes";
import type { PlanJson } from "../../terraform/plan/schema";
import { rules } from "./rules/all";
import type { Surroundings, Verdict } from "./rules/rule";

/** What a rule has found about a resource. */
export interface Judged {
  readonly rule: string;
  readonly root: string;
  readonly address: string;
  readonly verdict: Exclude<Verdict, { is: "ok" }>;
}

/** What rules look at, of a plan. */
export const surroundings = (root: string, plan: PlanJson): Surroundings => ({
  root,
  plan,
  changes: resourceChanges(plan).map((change) => ({ ...change, type: sameTypes[change.type] ?? change.type })),
  decided: decidedIn(plan),
  refer: referencesOf(plan),
  regionOf: regionsIn(plan),
});

/** Types with two names. */
const sameTypes: Readonly<Record<string, string>> = {
  aws_alb: "aws_lb",
  aws_alb_listener: "aws_lb_listener",
  aws_alb_listener_certificate: "aws_lb_listener_certificate",
  aws_alb_listener_rule: "aws_lb_listener_rule",
  aws_alb_target_group: "aws_lb_target_group",
  aws_alb_target_group_attachment: "aws_lb_target_group_attachment",
  aws_elasticsearch_domain: "aws_opensearch_domain",
};

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
