import type { Environment } from "../regions/schema/environment";
import type { LiveRegion } from "../regions/schema/region-schema";
import type { Span } from "../terraform/order";
import type { Managed } from "../terraform/state";
import type { Hourly } from "../tools/cost/hourly";
import type { GatedAws } from "../tools/gate/gated-aws";
import type { Upstream } from "../tools/gate/upstream";
import type { Lease } from "./account/lease";
import type { Before, RunRecord } from "./account/run-record";
import type { Aws } from "./aws";
import type { Outcome } from "./check";
import type { Checkout } from "./checkout";
import type { Moment } from "./customers/moment";
import type { Item } from "./inventory/item";
import { type Left, rememberLeft } from "./left";
import { Made } from "./made";
import type { ParityResult } from "./parity/compare";
import type { StateParity } from "./parity/state-parity";
import type { Leftovers } from "./sweep/sweep";
import type { Target } from "./target";
import { ToldMap } from "./told-map";

/**
 * Which AWS a drill works in: one of its own, which is gone with it; another local one, which keeps what is not
 * destroyed; or AWS itself, in the account of the environment, where what regions share stands all the time.
 */
export type Where =
  | { readonly kind: "own" }
  | { readonly kind: "endpoint"; readonly endpoint: string }
  | {
      readonly kind: "account";
      readonly upstream: (accessKeyId: string) => Upstream;
      /** How long services may still write logs after their destroy. */
      readonly quietSeconds?: number;
    };

/** What a drill was asked to do, and where it works. */
export interface Settings {
  /** The id of the run: first part of the names of what it recovers. */
  readonly run: string;
  readonly ref: string;
  readonly commit: string;
  readonly environment: Environment;
  readonly lost: LiveRegion;
  readonly target: Target;
  readonly where: Where;
  /** Whether everything stays up until Enter is pressed. */
  readonly keep: boolean;
  /** The repository that is cloned. */
  readonly repository: string;
  /** Where the clones are, and so Terraform's files; removed when nothing is left. */
  readonly workFolder: string;
  /** Where the report is written, and in its `logs` what programs print. */
  readonly reportFolder: string;
  readonly logFolder: string;
  readonly terraform: string;
}

/** What the steps found out, each for those after it. */
export interface Found {
  gate: GatedAws;
  /** The environment of every child. */
  childEnvironment: Readonly<Record<string, string>>;
  aws(region: string): Aws;
  /** In an account only: who works there, and what is known of the run there if it is killed. */
  lease: Lease;
  record: RunRecord;
  /** In an account only: when the run began to make something, once it was seen that nothing stood in its way. */
  beganAt: Date;
  /** By region, and "global": what was there before the drill. */
  before: Before;
  source: Checkout;
  /** What both regions cost on AWS by the hour; absent where nobody could tell. */
  hourly: Hourly;
  recovery: Checkout;
  /** The recovery's plan as Terraform shows it. */
  recoveryPlan: unknown;
  /** What the lost region and the global services held before the region's own tiers, and with them. */
  sourceBefore: readonly Item[];
  sourceItems: readonly Item[];
  /** What the states of the source's own roots say, in memory only: they hold secrets. */
  sourceStates: readonly Managed[];
  targetBefore: readonly Item[];
  recoveredItems: readonly Item[];
  snapshot: Snapshot;
  /** Milliseconds since the epoch. */
  lostAt: number;
  verifiedAt: number;
  outcomes: readonly Outcome[];
  /** Where customers were led from the loss on. */
  customers: readonly Moment[];
  parity: ParityResult;
  stateParity: StateParity;
  leftovers: readonly Leftovers[];
}

/** The snapshot that a recovery restores from: a copy of a recovery point, which AWS Backup made. */
export interface Snapshot {
  /** When the original was taken, in milliseconds since the epoch: the data's age after a recovery. */
  readonly takenAt: number;
  readonly copyArn: string;
  /** What of that age the backup and its copy took. */
  readonly backupSeconds: number;
  readonly copySeconds: number;
}

/** A drill in which earlier steps have surely found something: what a function that takes one asks for, and nothing else. */
export type DrillWith<Needs extends keyof Found> = Omit<Drill, "need"> & {
  // A property, not a method: only so does TypeScript refuse a drill with less.
  readonly need: <K extends Needs>(what: K) => Found[K];
};

/** A drill under way. */
export class Drill {
  readonly found: Partial<Found> = {};
  /** Aborts when the AWS that it works in has ended by itself: with all that was in it, so that nothing is taken back. */
  readonly gone = new AbortController();
  /** Roots that were applied, wholly or in part, and are not destroyed: by id, with their folder. */
  readonly standing = new ToldMap<string>(() => this.remember());
  /** What its steps made themselves and have not taken back. */
  readonly made = new Made(async (made) => {
    await this.found.record?.note(made);
    if (this.left) rememberLeft(this.settings.workFolder, { ...this.left, made: [...made] });
  });
  /** Roots of the source that Terraform has been initialized in, by id. */
  readonly initialized = new Set<string>();
  /** Digests of the saved plans that were applied, by root. */
  readonly plans = new Map<string, string[]>();
  /** When the work on each root ran, by step. */
  readonly spans: Record<string, readonly Span[]> = {};

  constructor(readonly settings: Settings) {}

  /** What an earlier step found; throws when it did not. */
  need<K extends keyof Found>(what: K): Found[K] {
    const value = this.found[what];
    if (value === undefined) throw new Error(`No earlier step has found "${what}".`);
    return value as Found[K];
  }

  get regions(): string[] {
    return this.settings.environment.regions.map(({ name }) => name);
  }

  /** What it has made in another local AWS and not destroyed: our own is gone with the drill, and an account has the states. */
  get left(): Left | undefined {
    const { where, run } = this.settings;
    if (where.kind !== "endpoint") return undefined;
    const dependencies = (id: string): string[] =>
      [...(this.found.source?.roots ?? [])].find((root) => root.id === id)?.dependencies.slice() ?? [];
    return {
      run,
      endpoint: where.endpoint,
      roots: [...this.standing].map(([id, folder]) => ({ id, folder, dependencies: dependencies(id) })),
      snapshotArn: this.found.snapshot?.copyArn,
      made: [...this.made.things],
    };
  }

  /** What cannot be written is said at the end: a full disk is no reason to leave a region half destroyed. */
  private remember(): void {
    try {
      if (this.left) rememberLeft(this.settings.workFolder, this.left);
    } catch {}
  }
}
