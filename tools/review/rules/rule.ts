import type { Decided } from "../../../terraform/plan/decided";
import type { Refer } from "../../../terraform/plan/referred";
import type { RegionOf } from "../../../terraform/plan/regions";
import type { ResourceChange } from "../../../terraform/plan/resource-changes";
import type { PlanJson } from "../../../terraform/plan/schema";

/** How much somebody should worry, from the most. */
export const severities = ["critical", "high", "medium", "low"] as const;
export type Severity = (typeof severities)[number];

/** What is wrong. */
export interface Found {
  readonly severity: Severity;
  /** What happens, in a sentence. */
  readonly why: string;
  /** What can be done instead, in a sentence. */
  readonly wayOut: string;
  /** The attribute that it is about, such as `ingress.0.cidr_blocks`. */
  readonly attribute?: string;
}

/** What a rule says of a resource: that it is well, what is wrong, or that nobody knows before the apply. */
export type Verdict =
  | { readonly is: "ok" }
  | ({ readonly is: "finding" } & Found)
  | {
      readonly is: "not known";
      /** The attribute that is known after the apply only. */
      readonly attribute: string;
      /** What of the plan's configuration it refers to. */
      readonly by: readonly string[];
      /** What AWS could tell of it. */
      readonly question?: Question;
    };

/** Whether a policy allows more than another one, both as JSON. */
export interface Question {
  readonly of: "identity" | "resource";
  readonly before: string;
  readonly after: string;
}

export const ok: Verdict = { is: "ok" };
export const finding = (found: Found): Verdict => ({ is: "finding", ...found });
export const notKnown = (attribute: string, by: readonly string[]): Verdict => ({ is: "not known", attribute, by });

/** All of the plan that a resource is in. */
export interface Surroundings {
  /** The root that was planned, or the name of the plan's file. */
  readonly root: string;
  readonly plan: PlanJson;
  /** Every resource of the plan, whatever becomes of it. */
  readonly changes: readonly ResourceChange[];
  /** How the configuration decides a value that is not known yet. */
  readonly decided: Decided;
  /** Which resources the configuration of a resource refers to. */
  readonly refer: Refer;
  readonly regionOf: RegionOf;
  /** The resources that are configured at an address, which has no keys. */
  configuredAs(address: string): readonly ResourceChange[];
  ofType(type: string): readonly ResourceChange[];
  /** Ids, ARNs and names of what the plan destroys. */
  readonly destroyed: ReadonlySet<unknown>;
  /** The accounts that it works in; none where it only makes. */
  readonly accounts: ReadonlySet<string>;
  readonly cost?: CostOfChange | undefined;
  readonly recovery?: Recovery | undefined;
}

/** What an environment is expected to cost a month by then, and what a plan adds to it. */
export interface CostOfChange {
  readonly environment: string;
  readonly budgetUsd: number;
  readonly expectedUsd: number;
  readonly changeUsd: number;
}

/** What the recovery of a region makes: the tiers that it calls, and the types that are in them. */
export interface Recovery {
  readonly tiers: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
}

interface Described {
  /** Stable, in lower case with dashes: exceptions and code scanning name it. */
  readonly id: string;
  /** What it looks for, in a sentence. */
  readonly about: string;
  /** The severities that it gives, the worst first. */
  readonly severities: readonly [Severity, ...Severity[]];
  /** What is of the same kind and it does not find, in a sentence. */
  readonly cannotSee: string;
}

/** One kind of risk, of a resource. */
export interface Rule extends Described {
  /** The types of resources that it looks at; all without it. */
  readonly types?: readonly string[];
  check(change: ResourceChange, surroundings: Surroundings): Verdict | readonly Verdict[];
}

/** One kind of risk that is of no single resource. */
export interface PlanRule extends Described {
  checkPlan(surroundings: Surroundings): readonly { readonly address: string; readonly verdict: Verdict }[];
}
