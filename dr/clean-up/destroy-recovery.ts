import { tellOf } from "../../terraform/process/progress";
import { breakLock, forgetState, runStateKey } from "../account/run-states";
import { waitForJobs } from "../backups/wait-for-jobs";
import type { Drill } from "../drill";
import type { At } from "../step";
import { recoveryRoot, variablesOf } from "../steps/recover";

/** Destroys what stands of the region that a run recovered: whatever the state of the run's own still has. */
export async function destroyRecovery(drill: Drill, at: At): Promise<void> {
  const { environment, target, lost, run } = drill.settings;
  const { signal } = at;
  const aws = drill.need("aws")(target.region);
  const key = runStateKey(environment, target.region, run);
  drill.found.recovery = drill.need("source");
  const root = recoveryRoot(drill);
  await breakLock(aws, { ...root.backend, key });
  await root.init(signal, { key });
  const count = (await root.managed(signal)).length;
  if (count > 0) {
    // What it was restored from may be gone, and is asked for no more.
    const kind = lost.database.engine === "rds" ? "snapshot" : "cluster-snapshot";
    const snapshot = `arn:aws:rds:${target.region}:${environment.account}:${kind}:gone`;
    await waitForJobs(aws, run, at);
    await tellOf(at, { root: root.id, doing: `destroying ${count} resources`, done: "destroyed" }, () =>
      root.destroy(signal, variablesOf(run, snapshot)),
    );
  }
  await forgetState(aws, environment, key);
}
