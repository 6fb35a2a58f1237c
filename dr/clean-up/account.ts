import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { eachDespiteFailures } from "../../terraform/failures";
import type { Progress } from "../../terraform/process/progress";
import { usualPace } from "../account/lease";
import { LeaseHeld } from "../account/lease-item";
import { refuseUnmerged } from "../account/merged";
import { RunRecord } from "../account/run-record";
import { theAccount } from "../account/the-account";
import { Drill, type DrillWith } from "../drill";
import { findTarget } from "../find-target";
import { listenFor } from "../interrupts";
import { checkTemporary, drilledEnvironment, settingsOf } from "../preflight";
import { reportsFolder } from "../report/run-folder";
import { newRunId } from "../run-id";
import { runSteps } from "../run-steps";
import { type At, type Step, step } from "../step";
import { openGateStep } from "../steps/open-gate";
import { lease, takeLease } from "../steps/take-lease";
import { called } from "../target";
import { closeWorkFolder } from "../what-is-left";
import { cleanRun } from "./clean-run";

/** Takes what drills make in the account, as soon as a drill that was just killed has lost it. */
const waitForLease: Step = {
  ...takeLease,
  run: async (drill, at) => {
    const { signal, say } = at;
    const deadline = performance.now() + usualPace.staleAfter + 30_000;
    for (;;) {
      try {
        return await lease(drill, at);
      } catch (error) {
        if (!(error instanceof LeaseHeld) || performance.now() > deadline) throw error;
        say(error.message);
        await sleep(10_000, undefined, { signal });
      }
    }
  },
};

/** Names each run that the account remembers, and does with it what is to be done; `found` takes those that went well. */
const everyRun = (found: string[], title: string, work: (drill: Drill, record: RunRecord, at: At) => Promise<void>) =>
  step({
    title,
    about:
      "Cleans up after every run that the account remembers: each with the commit and the target that it was built with.",
    needs: ["gate", "aws", "childEnvironment"],
    gives: [],
    run: async (drill, at: At) => {
      const { environment } = drill.settings;
      const records = await RunRecord.all(drill.need("aws")(environment.stateRegion).s3, environment);
      await eachDespiteFailures(
        records.map((record) => async () => {
          const run = await ofRecord(drill, record);
          await work(run, record, {
            ...at,
            say: (news) => at.say(typeof news === "string" ? `${record.run}: ${news}` : news),
          });
          const { target, commit } = run.settings;
          found.push(
            `${record.run} in account ${environment.account} (${called(target)}, commit ${commit.slice(0, 12)})`,
          );
        }),
      );
    },
  });

/** The drill that a run was, with its own commit and target. */
async function ofRecord(drill: DrillWith<"gate" | "aws" | "childEnvironment">, record: RunRecord): Promise<Drill> {
  const { environment, workFolder, repository } = drill.settings;
  const { commit, target: region, lost: name } = await record.read();
  await refuseUnmerged(repository, commit, record.url);
  const { target, lost } = findTarget({ target: region, ...(name === undefined ? {} : { lost: name }) }, environment);
  const where = { target, lost, workFolder: join(workFolder, record.run) };
  const run = new Drill({ ...drill.settings, ...where, run: record.run, ref: commit, commit });
  const { gate, aws, childEnvironment } = drill.found;
  Object.assign(run.found, { gate, aws, childEnvironment });
  return run;
}

/** Removes every run's; `found` takes which. */
export const cleanUpSteps = (found: string[]): readonly Step[] => [
  openGateStep,
  waitForLease,
  everyRun(found, "Remove what drills have left in the account", cleanRun),
];

/** Only finds them, and changes nothing. */
export const lookSteps = (found: string[]): readonly Step[] => [
  openGateStep,
  everyRun(found, "Look what drills have left in the account", async () => {}),
];

/**
 * Removes what drills that were stopped have left in the account of dev, or with `dryRun` only names it. Gives the runs,
 * what went wrong, a line each, and what interrupts it.
 */
export async function cleanUpAccount(progress: Progress, dryRun: boolean) {
  const environment = drilledEnvironment();
  const where = await theAccount(environment);
  await checkTemporary(tmpdir());
  // Each run that is cleaned up after brings its own commit and target along.
  const { target, lost } = findTarget({}, environment);
  const settings = { run: newRunId(new Date()), ref: "", commit: "", environment, target, lost, where, keep: false };
  // Its logs belong to no run's report.
  const drill = new Drill(settingsOf(settings, join(reportsFolder, "clean-up")));
  process.once("exit", () => closeWorkFolder(drill));
  const found: string[] = [];
  const signals = listenFor(drill, [], () => undefined);
  const records = await runSteps(dryRun ? lookSteps(found) : cleanUpSteps(found), drill, { progress, ...signals });
  const failed = records.flatMap(({ title, error }) => (error === undefined ? [] : [`${title}: ${error}`]));
  return { found, failed, signal: signals.interrupt };
}
