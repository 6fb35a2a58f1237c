import { recoveryOf, stackId } from "../../regions/wiring/location";
import type { TerraformRoot, Variables } from "../../terraform/root";
import { forgetState, runStateKey } from "../account/run-states";
import type { DrillWith } from "../drill";
import { terraformRoot } from "../roots";
import { settle } from "../settle";
import { type At, step } from "../step";

/** The recovery root of this drill, from the clone that was made after the loss. */
export const recoveryRoot = (drill: DrillWith<"recovery" | "childEnvironment">): TerraformRoot => {
  const { environment, target } = drill.settings;
  return terraformRoot(
    drill,
    drill.need("recovery").folder,
    stackId(environment.name, target.region, recoveryOf(target.lost)),
  );
};

/** What a run gives the recovery root. */
export const variablesOf = (run: string, snapshotArn: string): Variables => ({
  name_prefix: run,
  ephemeral: true,
  snapshot_arn: snapshotArn,
});

/** What this run gives it. */
export const recoveryVariables = (drill: DrillWith<"snapshot">): Variables =>
  variablesOf(drill.settings.run, drill.need("snapshot").copyArn);

export const recover = step({
  title: "Rebuild the region in the target",
  about:
    "Applies the recovery root from a saved plan: the whole region, from the snapshot, with a state key of the run's own.",
  needs: ["aws", "childEnvironment", "recovery", "snapshot"],
  gives: ["recoveryPlan"],
  run: async (drill, { signal, say }) => {
    const { environment, target, run } = drill.settings;
    const root = recoveryRoot(drill);
    await root.init(signal, { key: runStateKey(environment, target.region, run) });
    say("planning");
    const plan = await root.plan(signal, recoveryVariables(drill));
    drill.found.recoveryPlan = await root.show(signal, plan);
    drill.standing.set(root.id, root.folder);
    say("applying");
    await root.apply(signal, plan);
    say("switching on what a restore leaves out");
    await settle(root, signal, recoveryVariables(drill));
  },
  undo: {
    title: "Destroy what stands of the recovered region",
    run: destroyRecovery,
  },
});

/** Destroys the recovered region, if it stands. */
export async function destroyRecovery(
  drill: DrillWith<"aws" | "childEnvironment" | "recovery" | "snapshot">,
  { signal, say }: At,
): Promise<void> {
  if (!drill.found.recovery) return;
  const root = recoveryRoot(drill);
  if (!drill.standing.has(root.id)) return;
  say(`destroying ${root.id}`);
  await root.destroy(signal, recoveryVariables(drill));
  const { environment, target, run } = drill.settings;
  await forgetState(drill.need("aws")(target.region), environment, runStateKey(environment, target.region, run));
  drill.standing.delete(root.id);
}
