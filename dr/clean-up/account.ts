import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { eachDespiteFailures } from "../../terraform/failures";
import type { Progress } from "../../terraform/process/progress";
import { LeaseHeld, staleAfter } from "../account/lease";
import { RunRecord } from "../account/run-record";
import { theAccount } from "../account/the-account";
import { Drill } from "../drill";
import { listenFor } from "../interrupts";
import { drilledEnvironment, findTarget, runId, settingsOf } from "../preflight";
import { reportsFolder } from "../report/run-folder";
import { runSteps } from "../run-steps";
import { type At, type Step, step } from "../step";
import { openGateStep } from "../steps/open-gate";
import { lease, takeLease } from "../steps/take-lease";
import { closeWorkFolder } from "../what-is-left";
import { cleanRun } from "./clean-run";

/** Takes what drills make in the account, as soon as a drill that was just killed has lost it. */
const waitForLease: Step = {
  ...takeLease,
  run: async (drill, { signal, say }) => {
    const deadline = Date.now() + staleAfter + 30_000;
    for (;;) {
      try {
        return await lease(drill);
      } catch (error) {
        if (!(error instanceof LeaseHeld) || Date.now() > deadline) throw error;
        say(error.message);
        await sleep(10_000, undefined, { signal });
      }
    }
  },
};

const cleanRuns = step({
  title: "Remove what drills have left in the account",
  about:
    "Cleans up after every run that the account remembers: each with the commit and the target that it was built with.",
  needs: ["gate", "aws", "childEnvironment"],
  gives: [],
  run: async (drill, at: At) => {
    const { environment, workFolder } = drill.settings;
    const records = await RunRecord.all(drill.need("aws")(environment.stateRegion).s3, environment);
    if (records.length === 0) return at.say("the account remembers no drill that has left anything");
    await eachDespiteFailures(
      records.map((record) => async () => {
        const { commit, target } = await record.read();
        const { gate, aws, childEnvironment } = drill.found;
        const where = { ...findTarget(target, environment), workFolder: join(workFolder, record.run) };
        const run = new Drill({ ...drill.settings, ...where, run: record.run, ref: commit, commit });
        Object.assign(run.found, { gate, aws, childEnvironment });
        await cleanRun(run, record, {
          ...at,
          say: (news) => at.say(typeof news === "string" ? `${record.run}: ${news}` : news),
        });
      }),
    );
  },
});

export const cleanUpSteps: readonly Step[] = [openGateStep, waitForLease, cleanRuns];

/** Removes what drills that were stopped have left in the account of dev. Gives what went wrong, a line each, and what interrupts it. */
export async function cleanUpAccount(progress: Progress): Promise<{ failed: string[]; signal: AbortSignal }> {
  const environment = drilledEnvironment();
  const where = await theAccount(environment);
  const run = runId(new Date());
  // Each run that is cleaned up after brings its own commit and target along.
  const found = findTarget(undefined, environment);
  const settings = { run, ref: "", commit: "", environment, ...found, where, keep: false };
  // Its logs belong to no run's report.
  const drill = new Drill(settingsOf(settings, () => join(reportsFolder, "clean-up")));
  process.once("exit", () => closeWorkFolder(drill));
  const signals = listenFor(drill, [], () => undefined);
  const records = await runSteps(cleanUpSteps, drill, { progress, ...signals });
  const failed = records.flatMap(({ title, error }) => (error === undefined ? [] : [`${title}: ${error}`]));
  return { failed, signal: signals.interrupt };
}
