import { Drill } from "../drill";
import { listen } from "../interrupts";
import { leave } from "../leave";
import { preflight } from "../preflight";
import { onTerminal, plainLines } from "../progress";
import { runSteps } from "../run-steps";
import type { Step } from "../step";
import { checkOutSource } from "../steps/check-out-source";
import { openGateStep } from "../steps/open-gate";
import { deleteSnapshots } from "./delete-snapshots";
import { destroyRecoveries } from "./destroy-recoveries";
import { destroySource } from "./destroy-source";
import { sweepRuns } from "./sweep-runs";
import { waitForLease } from "./wait-for-lease";

/** How what drills have left in an account is removed: from the states that they have there, and from no machine's files. */
export const cleanUpSteps: readonly Step[] = [
  openGateStep,
  waitForLease,
  checkOutSource,
  destroyRecoveries,
  destroySource,
  deleteSnapshots,
  sweepRuns,
];

/** Removes what drills that were stopped have left in the account of dev. Gives what went wrong, a line each. */
export async function cleanUpAccount(target: string | undefined): Promise<string[]> {
  const drill = new Drill(await preflight({ ref: "HEAD", aws: true, ...(target ? { target } : {}) }, new Date()));
  process.once("exit", () => leave(drill));
  const progress = process.stderr.isTTY ? onTerminal : plainLines;
  const records = await runSteps(cleanUpSteps, drill, { progress, ...listen(drill) });
  return records.flatMap(({ title, error }) => (error === undefined ? [] : [`${title}: ${error}`]));
}
