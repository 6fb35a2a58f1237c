import { breakLock, forgetState, runStateKey, runsWithState } from "../account/run-states";
import { managedIn } from "../make-ephemeral";
import type { Step } from "../step";
import { snapshotNames } from "../steps/back-up-database";
import { recoveryRoot, variablesOf } from "../steps/recover";

/** Destroys what stands of recovered regions: whatever a state of a run's own still has. */
export const destroyRecoveries: Step = {
  title: "Destroy what drills have left of recovered regions",
  run: async (drill, { signal, say }) => {
    const { environment, target, lost } = drill.settings;
    const aws = drill.need("aws")(target.region);
    drill.found.recovery = drill.need("source");
    const root = recoveryRoot(drill);
    // One after the other: they share a folder.
    for (const run of await runsWithState(aws, environment)) {
      const key = runStateKey(environment, target.region, run);
      await breakLock(aws, environment, key);
      await root.init(signal, { key });
      const count = managedIn(await root.pullState(signal)).length;
      say(`${run}: ${count} resources of its recovery`);
      // What it was restored from may be gone, and is asked for no more.
      const kind = lost.database.engine === "rds" ? "snapshot" : "cluster-snapshot";
      const snapshot = `arn:aws:rds:${target.region}:${environment.account}:${kind}:${snapshotNames(run)[1]}`;
      if (count > 0) await root.destroy(signal, variablesOf(run, snapshot));
      await forgetState(aws, environment, key);
    }
  },
};
