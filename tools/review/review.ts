import { plannedOutputs } from "../../terraform/plan/outputs";
import { readPlan } from "../../terraform/plan/read";
import type { PlanJson } from "../../terraform/plan/schema";
import type { CostChange } from "../cost/change";
import { judge, judgeAlone, judgeEstate } from "./judge";
import type { Finding, NotPlanned, PlanDigest, Provisional, Review } from "./result";
import { rules } from "./rules/all";
import { type EstateChange, severities } from "./rules/rule";
import { digests } from "./secrets/digest";
import { secrecy } from "./secrets/secrecy";
import { surroundings } from "./surroundings";
import { planView } from "./view/plan-view";

/** A plan to review: the root that it is of, and what `terraform show -json` gives of it. */
export interface Planned {
  readonly root: string;
  readonly json: unknown;
  /** What must be applied before, and what is not known until then; nothing unless said. */
  readonly provisional?: readonly Provisional[];
  readonly digest?: PlanDigest;
}

/** What is known beside the plans. */
export interface Beside {
  readonly environment?: string;
  readonly notPlanned?: readonly NotPlanned[];
  readonly elsewhere?: readonly string[];
  /** The roots that read an output of a root. */
  readers?(root: string, output: string): string[];
  readonly costs?: readonly CostChange[];
  /** What the change does to the environment as a whole; without it, nothing was changed that anybody knows of. */
  readonly estate?: EstateChange;
  /** What digests of secrets are made with, so that a later review can compare them; a random key without it. */
  readonly digestKey?: string;
}

/**
 * What plans change, and what is risky about it.
 *
 * @throws UserError where one of them is no plan, or the key of digests is too short
 */
export function review(plans: readonly Planned[], beside: Beside = {}): Review {
  const { notPlanned = [], elsewhere = [], readers, digestKey, environment, costs = [], estate } = beside;
  const read = plans.map(({ root, json, provisional = [], digest }) => {
    const plan = readPlan(json, root);
    return { plan, around: surroundings(root, plan), provisional, digest };
  });
  const digesting = digests(digestKey);
  const { conceal, scrub } = secrecy(
    read.map(({ plan }) => plan),
    digesting,
  );
  const judged = [
    ...(estate ? judgeEstate(estate) : []),
    ...read.flatMap(({ around }) => [...judge(around), ...(environment === undefined ? judgeAlone(around) : [])]),
  ];
  const undecided = new Set(judged.flatMap(({ rule, verdict }) => (verdict.is === "not known" ? [rule] : [])));
  return scrub({
    ...(environment !== undefined && { environment }),
    plans: read.map(({ plan, around: { root, decided }, provisional, digest }) => ({
      ...planView(plan, { root, conceal, ...(isConfigured(plan) && { decided }) }),
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
    cannotSee: rules.flatMap(({ id, cannotSee }) => (undecided.has(id) ? [{ rule: id, cannotSee }] : [])),
    outputs: read.flatMap(({ plan, around: { root } }) =>
      plannedOutputs(plan).flatMap(({ name: output, fate, known }) =>
        fate === "none" ? [] : [{ root, output, fate, known, readers: readers?.(root, output) ?? null }],
      ),
    ),
    notPlanned: [...notPlanned],
    elsewhere: [...elsewhere],
    costs: costs.map((one) => ({ ...one, drivers: [...one.drivers] })),
    ...(digesting.keyId !== undefined && { keyId: digesting.keyId }),
  });
}

/** Whether a plan says how it is configured: what was trimmed does not. */
const isConfigured = ({ configuration: { root_module } }: PlanJson): boolean =>
  root_module.resources.length > 0 || Object.keys(root_module.module_calls).length > 0;
