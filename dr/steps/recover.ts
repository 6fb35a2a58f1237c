import type { Turn } from "../../terraform/order";
import { tellOf } from "../../terraform/process/progress";
import type { TerraformRoot, Variables } from "../../terraform/root";
import { forgetState, runStateKey } from "../account/run-states";
import { waitForJobs } from "../backups/wait-for-jobs";
import type { DrillWith } from "../drill";
import { recoveryId, terraformRoot } from "../roots";
import { settle } from "../settle";
import { type At, step } from "../step";

/** The recovery root of this drill, from the clone that was made after the loss. */
export const recoveryRoot = (drill: DrillWith<"recovery" | "childEnvironment">): TerraformRoot =>
  terraformRoot(drill, { ...drill.need("recovery"), id: recoveryId(drill.settings) });

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
    "Applies the recovery root from a saved plan: the whole region, with the database restored from the snapshot, in a state of its own.",
  needs: ["aws", "childEnvironment", "recovery", "snapshot"],
  gives: ["recoveryPlan"],
  run: async (drill, { signal, say }) => {
    const { environment, target, run } = drill.settings;
    const root = recoveryRoot(drill);
    say({ roots: 1 });
    await tellOf({ say, signal }, { root: root.id, doing: "planning", done: "applied" }, async () => {
      await root.init(signal, { key: runStateKey(environment, target.region, run) });
      const plan = await root.plan(signal, recoveryVariables(drill));
      drill.standing.set(root.id, root.folder);
      say({ root: root.id, doing: "applying" });
      // Beside the apply, which mostly waits; what goes wrong with it is told after that.
      const shown = root.show(signal, plan);
      shown.catch(() => {});
      await root.apply(signal, plan);
      drill.found.recoveryPlan = await shown;
      say({ root: root.id, doing: "switching on what a restore leaves out" });
      await settle(root, signal, recoveryVariables(drill));
    });
  },
  undo: {
    title: "Destroy what is left of the recovered region",
    run: (drill, at) => destroyRecovery(drill, at),
  },
});

/** Destroys the recovered region, if it stands. */
export async function destroyRecovery(
  drill: DrillWith<"aws" | "childEnvironment">,
  { signal, say }: At,
  turn?: Turn,
): Promise<void> {
  const { recovery, snapshot } = drill.found;
  const id = recoveryId(drill.settings);
  if (!recovery || !snapshot || !drill.standing.has(id)) return;
  const { environment, target, run } = drill.settings;
  await tellOf({ say, signal }, { root: id, doing: "destroying", done: "destroyed" }, async () => {
    await waitForJobs(drill.need("aws")(target.region), run, { signal, say });
    await terraformRoot(drill, { ...recovery, id }, turn).destroy(signal, variablesOf(run, snapshot.copyArn));
    await forgetState(drill.need("aws")(target.region), environment, runStateKey(environment, target.region, run));
    drill.standing.delete(id);
  });
}
