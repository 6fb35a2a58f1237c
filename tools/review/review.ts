import { plannedOutputs } from "../../terraform/plan/outputs";
import { readPlan } from "../../terraform/plan/read";
import { resourceChanges } from "../../terraform/plan/resource-changes";
import { judge, surroundings } from "./judge";
import type { Finding, NotPlanned, PlanDigest, Review } from "./result";
import { severities } from "./rules/rule";
import { planView } from "./view/plan-view";

/** A plan to review: the root that it is of, and what `terraform show -json` gives of it. */
export interface Planned {
  readonly root: string;
  readonly json: unknown;
  /** What must be applied before, and what is not known until then; nothing unless said. */
  readonly provisional?: readonly string[];
  readonly digest?: PlanDigest;
}

/** What is known beside the plans. */
export interface Beside {
  readonly notPlanned?: readonly NotPlanned[];
  readonly elsewhere?: readonly string[];
  /** The roots that read an output of a root. */
  readers?(root: string, output: string): string[];
}

/**
 * What plans change, and what is risky about it.
 *
 * @throws UserError where one of them is no plan
 */
export function review(plans: readonly Planned[], { notPlanned = [], elsewhere = [], readers }: Beside = {}): Review {
  const read = plans.map(({ root, json, provisional = [], digest }) => {
    const plan = readPlan(json, root);
    return { root, plan, changes: resourceChanges(plan), provisional, digest };
  });
  const judged = read.flatMap(({ root, plan }) => judge(surroundings(root, plan)));
  return {
    plans: read.map(({ root, changes, provisional, digest }) => ({
      ...planView(root, changes),
      provisional: [...provisional],
      ...(digest && { digest }),
    })),
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
    outputs: read.flatMap(({ root, plan }) =>
      plannedOutputs(plan).flatMap(({ name: output, fate, known }) =>
        fate === "none" ? [] : [{ root, output, fate, known, readers: readers?.(root, output) ?? null }],
      ),
    ),
    notPlanned: [...notPlanned],
    elsewhere: [...elsewhere],
  };
}
