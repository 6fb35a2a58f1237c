import { plannedOutputs } from "../../terraform/plan/outputs";
import { readPlan } from "../../terraform/plan/read";
import type { CostChange } from "../cost/change";
import { answered } from "./access-analyzer/answered";
import type { Answers } from "./access-analyzer/ask";
import { except } from "./exceptions/except";
import type { Exceptions } from "./exceptions/exceptions";
import { judge, judgeAlone, judgeDrift, judgeEstate } from "./judge";
import type { Finding, NotPlanned, PlanDigest, Provisional, Review } from "./result";
import { rules } from "./rules/all";
import { bySeverity, type EstateChange, type Question } from "./rules/rule";
import { digests } from "./secrets/digest";
import { secrecy } from "./secrets/secrecy";
import { isConfigured, surroundings } from "./surroundings";
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
  readonly exceptions?: Exceptions;
  /** What Access Analyzer says of what rules have left open; nothing where it was not asked. */
  readonly answers?: Answers;
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
  const { answers = new Map() } = beside;
  const judged = [
    ...(estate ? judgeEstate(estate) : []),
    ...read.flatMap(({ around }) => [
      ...judge(around),
      ...judgeDrift(around),
      ...(environment === undefined ? judgeAlone(around) : []),
    ]),
  ].flatMap((one) => answered(one, answers));
  const undecided = new Set(judged.flatMap(({ rule, verdict }) => (verdict.is === "not known" ? [rule] : [])));
  const found = judged.flatMap(({ verdict, ...of }): Finding[] => {
    if (verdict.is !== "finding") return [];
    const { is: _, ...found } = verdict;
    return [{ ...of, ...found }];
  });
  const { findings, excepted, exceptions } = except(found, beside.exceptions);
  return scrub({
    ...(environment !== undefined && { environment }),
    plans: read.map(({ plan, around: { root, decided }, provisional, digest }) => ({
      ...planView(plan, { root, conceal, ...(isConfigured(plan) && { decided }) }),
      provisional: [...provisional],
      ...(digest && { digest }),
    })),
    findings: bySeverity(findings),
    excepted: bySeverity(excepted),
    exceptions: [...exceptions],
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

/** What rules would ask AWS of plans. */
export const questionsOf = (plans: readonly Planned[]): Question[] =>
  plans.flatMap(({ root, json }) =>
    judge(surroundings(root, readPlan(json, root))).flatMap(({ verdict }) =>
      verdict.is === "not known" && verdict.question ? [verdict.question] : [],
    ),
  );
