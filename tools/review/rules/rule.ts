import type { Decided } from "../../../terraform/plan/decided";
import type { Refer } from "../../../terraform/plan/referred";
import type { RegionOf } from "../../../terraform/plan/regions";
import type { ResourceChange } from "../../../terraform/plan/resource-changes";
import type { PlanJson } from "../../../terraform/plan/schema";
import type { ValuedResource } from "../../../terraform/values/resource";
import type { Versions } from "../read/versions";

/** How much somebody should worry, from the most. */
export const severities = ["critical", "high", "medium", "low"] as const;
export type Severity = (typeof severities)[number];

/** The most severe first; of one severity, in the order that they have. */
export const bySeverity = <T extends { readonly severity: Severity }>(some: readonly T[]): T[] =>
  [...some].sort((one, other) => severities.indexOf(one.severity) - severities.indexOf(other.severity));

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
}

/** An environment as a commit has it, by what it synthesizes. */
export interface EstateAt {
  /** Of the environment, and of the one that is drilled; those of recoveries, too. */
  readonly resources: readonly ValuedResource[];
  /** What each root that stands is expected to cost a month. */
  readonly usdByRoot: ReadonlyMap<string, number>;
  /** What each of its roots runs with that is made elsewhere. */
  readonly versions: ReadonlyMap<string, Versions>;
}

/** An environment before and after a change of the code. */
export interface EstateChange {
  readonly environment: string;
  /** What it may cost a month, after the change; nothing where nobody has said it. */
  readonly budgetUsd?: number | undefined;
  /** The minutes of data that the loss of a region may cost, after the change; nothing where nobody has said it. */
  readonly rpoMinutes?: number | undefined;
  readonly before: EstateAt;
  readonly after: EstateAt;
}

/** What is said of a rule. */
export interface Described {
  /** Stable, in lower case with dashes: exceptions and code scanning name it. */
  readonly id: string;
  /** What it looks for, in a sentence. */
  readonly about: string;
  /** The severities that it gives, the worst first. */
  readonly severities: readonly [Severity, ...Severity[]];
  /** What is of the same kind and it does not find, in a sentence. */
  readonly cannotSee: string;
  /** What can be done, in a sentence; a finding may say it more exactly for its own case. */
  readonly wayOut: string;
  /** Whether it may have to say that something is not known. */
  readonly mayBeUnknown: boolean;
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

/** One kind of risk that no plan tells: what a change of the code does to an environment as a whole. */
export interface EstateRule extends Described {
  checkEstate(
    change: EstateChange,
  ): readonly { readonly root: string; readonly address: string; readonly verdict: Verdict }[];
  /** What nobody knows of a plan that comes without its environment, in a word; undefined where it would not matter. */
  missedIn(surroundings: Surroundings): string | undefined;
}

export type AnyRule = Rule | PlanRule | EstateRule;
