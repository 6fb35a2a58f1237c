import { readPlan } from "../../terraform/plan/read";
import { resourceChanges } from "../../terraform/plan/resource-changes";
import { judge, surroundings } from "./judge";
import type { Finding, Review } from "./result";
import { severities } from "./rules/rule";
import { planView } from "./view/plan-view";

/** A plan to review: the root that it is of, and what `terraform show -json` gives of it. */
export interface Planned {
  readonly root: string;
  readonly json: unknown;
}

/**
 * What plans change, and what is risky about it.
 *
 * @throws UserError where one of them is no plan
 */
export function review(plans: readonly Planned[]): Review {
  const read = plans.map(({ root, json }) => {
    const plan = readPlan(json, root);
    return { root, plan, changes: resourceChanges(plan) };
  });
  const judged = read.flatMap(({ root, plan }) => judge(surroundings(root, plan)));
  return {
    plans: read.map(({ root, changes }) => planView(root, changes)),
    findings: judged
      .flatMap(({ verdict, ...of }): Finding[] => {
        if (verdict.is !== "finding") return [];
        const { is: _, ...found } = verdict;
        return [{ ...of, ...found }];
      })
      .sort((one, other) => severities.indexOf(one.severity) - severities.indexOf(other.severity)),
    notKnown: judged.flatMap(({ verdict, ...of }) =>
      verdict.is === "not known" ? [{ ...of, attribute: verdict.attribute, by: [...verdict.by] }] : [],
    ),
  };
}
