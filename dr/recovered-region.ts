import { originSecretPrefix } from "../modules/dns/contract";
import { edgeContract } from "../modules/edge/contract";
import { everywhere, regionPrefix, stackId } from "../regions/wiring/location";
import { changes } from "../terraform/plan/changes";
import type { TerraformRoot, Variables } from "../terraform/root";
import type { RecoveredRegion } from "./checks/view";
import type { DrillWith, Found } from "./drill";
import { compareStatesWithSource, compareWithSource } from "./parity/of-drill";
import { zoneNames } from "./recovered";
import { terraformRoot } from "./roots";
import type { At } from "./step";
import { recoveryRoot, recoveryVariables } from "./steps/recover";

/** What the checks are given of what a drill has found. */
export const needed = [
  "aws",
  "gate",
  "childEnvironment",
  "source",
  "recovery",
  "snapshot",
  "sourceItems",
  "sourceStates",
  "targetBefore",
  "recoveryPlan",
  "lostAt",
] as const satisfies readonly (keyof Found)[];
type Needed = (typeof needed)[number];

/** What a drill's checks look at. */
export async function recoveredRegion(drill: DrillWith<Needed>, { signal }: At): Promise<RecoveredRegion> {
  const { run, environment, lost, target, logFolder } = drill.settings;
  const recovery = recoveryRoot(drill);
  const edgeId = stackId(environment.name, everywhere, edgeContract.name);
  const edge = terraformRoot(drill, { ...drill.need("source"), id: edgeId });
  const gate = drill.need("gate");
  const state = await recovery.show(signal);
  return {
    aws: drill.need("aws")(target.region),
    awsIn: drill.need("aws"),
    namePrefix: run,
    zones: Object.values(zoneNames({ ...lost, name: target.region }, target.zones)),
    services: { api: lost.api, web: lost.web },
    database: lost.database,
    images: {
      repositories: lost.delivery.repositories,
      imageParameters: Object.keys(lost.delivery.machineImages),
    },
    snapshotArn: drill.need("snapshot").copyArn,
    domain: environment.domain,
    originPrefix: originSecretPrefix(regionPrefix(environment.name, everywhere)),
    healthPaths: lost.web.healthPaths,
    logFolder,
    calls: gate.calls({ since: drill.need("lostAt") }),
    callsSince: (since) => gate.calls({ since }),
    lost: { region: lost.name, traces: [lost.name, ...drill.need("sourceItems").map(({ id }) => id)] },
    plan: drill.need("recoveryPlan"),
    state,
    plannedNow: {
      recovery: () => planned(recovery, signal, recoveryVariables(drill)),
      edge: () => planned(edge, signal, {}, { readOnly: true }),
    },
    compareWithSource: () => compareWithSource(drill),
    compareStates: () => compareStatesWithSource(drill, state),
  };
}

/** What a plan of a root changes now. */
async function planned(
  root: TerraformRoot,
  signal: AbortSignal,
  ...how: [Variables, { readonly readOnly: boolean }?]
): Promise<string[]> {
  const plan = await root.plan(signal, ...how);
  try {
    if (!plan.changes) return [];
    const found = changes(await root.show(signal, plan));
    return found.length > 0 ? found : ["outputs change, or what no resource shows"];
  } finally {
    await root.discard(plan);
  }
}
