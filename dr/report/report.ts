import { criticalPath } from "../../terraform/order";
import type { Outcome } from "../check";
import type { Drill } from "../drill";
import type { StepRecord } from "../step";
import { type NotExercised, notExercised } from "./not-exercised";
import type { Versions } from "./versions";

/** The evidence of one drill, as `report.json` holds it. Times in seconds, points in time in ISO 8601. */
export interface Report {
  readonly run: string;
  readonly passed: boolean;
  readonly git: { readonly ref: string; readonly commit: string };
  readonly environment: string;
  /** Which AWS it was: "the local AWS", or the account. */
  readonly aws: string;
  readonly lost: string;
  readonly target: string;
  /** From the loss to the verified region; absent when it was not verified. */
  readonly rtoSeconds?: number;
  /** The age of the recovered data at the loss. */
  readonly rpo?: { readonly seconds: number; readonly basis: "snapshot" };
  readonly steps: readonly (StepRecord & {
    readonly roots?: readonly RootTime[];
    readonly criticalPath?: readonly string[];
  })[];
  readonly checks: readonly Outcome[];
  readonly parity?: Drill["found"]["parity"];
  readonly stateParity?: Drill["found"]["stateParity"];
  /** By region; absent when it was not swept. */
  readonly leftovers?: Drill["found"]["leftovers"];
  readonly counts: { readonly source?: number; readonly recovered?: number };
  readonly calls: Readonly<Record<string, number>>;
  readonly notExercised: readonly NotExercised[];
  readonly versions: Versions;
}

interface RootTime {
  readonly root: string;
  readonly startedAt: string;
  readonly seconds: number;
}

/** Puts together what the steps found. A drill passes when every step and check did, and nothing is left. */
export function report(drill: Drill, steps: readonly StepRecord[], versions: Versions): Report {
  const { run, ref, commit, environment, lost, target } = drill.settings;
  const {
    lostAt,
    verifiedAt,
    snapshot,
    outcomes = [],
    parity,
    stateParity,
    leftovers,
    sourceItems,
    recoveredItems,
  } = drill.found;
  const nothingLeft = leftovers?.every(({ left }) => left.length === 0) ?? false;
  return {
    run,
    passed:
      nothingLeft &&
      verifiedAt !== undefined &&
      outcomes.length > 0 &&
      steps.every(({ error }) => error === undefined) &&
      outcomes.every(({ status }) => status === "passed"),
    git: { ref, commit },
    environment: environment.name,
    aws: nameOf(drill.settings),
    lost: lost.name,
    target: target.region,
    ...(lostAt !== undefined && verifiedAt !== undefined ? { rtoSeconds: (verifiedAt - lostAt) / 1000 } : {}),
    ...(lostAt !== undefined && snapshot
      ? { rpo: { seconds: (lostAt - snapshot.takenAt) / 1000, basis: "snapshot" } }
      : {}),
    steps: steps.map((step) => ({ ...step, ...rootTimes(drill, step.title) })),
    checks: outcomes,
    ...(parity ? { parity } : {}),
    ...(stateParity ? { stateParity } : {}),
    ...(leftovers ? { leftovers } : {}),
    counts: {
      ...(sourceItems ? { source: sourceItems.length } : {}),
      ...(recoveredItems ? { recovered: recoveredItems.length } : {}),
    },
    calls: callsByRegion(drill),
    notExercised,
    versions,
  };
}

const rootTimes = ({ spans }: Drill, title: string): { roots?: RootTime[]; criticalPath?: string[] } => {
  const found = spans[title];
  if (!found) return {};
  return {
    roots: found.map(({ id, from, to }) => ({
      root: id,
      startedAt: new Date(from).toISOString(),
      seconds: (to - from) / 1000,
    })),
    criticalPath: criticalPath(found).map(({ id }) => id),
  };
};

const nameOf = ({ where, environment }: Drill["settings"]): string => {
  switch (where.kind) {
    case "own":
      return "the local AWS";
    case "endpoint":
      return `the local AWS at ${where.endpoint}`;
    case "account":
      return `account ${environment.account}`;
  }
};

const callsByRegion = ({ found }: Drill): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { region = "unsigned" } of found.gate?.calls() ?? []) counts[region] = (counts[region] ?? 0) + 1;
  return counts;
};
