import { rmSync } from "node:fs";
import { UserError } from "../modules/core/user-error";
import { killChildren } from "../tools/child";
import type { Drill } from "./drill";
import { onTerminal, plainLines } from "./progress";
import { markdown } from "./report/markdown";
import { report } from "./report/report";
import { versions } from "./report/versions";
import { writeReport } from "./report/write";
import { runSteps } from "./run-steps";
import type { Step, StepRecord } from "./step";
import { whatIsLeft } from "./what-is-left";

/**
 * Runs the steps of a drill, takes them back whatever happens, and writes its report.
 *
 * Gives the exit code: 0 when all of it passed, 1 when it is not proved, 2 when it could not start.
 */
export async function conduct(steps: readonly Step[], drill: Drill, reportFolder: string): Promise<number> {
  process.once("exit", () => leave(drill));
  clear(reportFolder);
  // Who watched may be gone; what was started is taken back nevertheless.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  const signals = listen(drill);
  const progress = process.stderr.isTTY ? onTerminal : plainLines;
  const records = await runSteps(steps, drill, { progress, ...signals });
  for (const { title, error } of records) if (error !== undefined) process.stderr.write(`${title}: ${error}\n`);
  if (couldNotStart(records) && !signals.interrupt.aborted) return 2;
  const evidence = report(drill, records, versions());
  process.stdout.write(markdown(evidence));
  try {
    writeReport(reportFolder, evidence);
    process.stdout.write(`\nReport: ${reportFolder}\n`);
  } catch (error) {
    process.stderr.write(`The report cannot be written to ${reportFolder}: ${error}\n`);
    return 1;
  }
  return evidence.passed ? 0 : 1;
}

/** An earlier drill's report must not be taken for this one's. */
function clear(reportFolder: string): void {
  try {
    rmSync(reportFolder, { recursive: true, force: true });
  } catch (error) {
    throw new UserError(`${reportFolder}: an earlier report cannot be removed (${error}). Remove it.`);
  }
}

/** Nothing was stood up yet when the first step, the local AWS, failed. */
const couldNotStart = ([first]: readonly StepRecord[]): boolean => first?.error !== undefined;

/** The first signal stops the steps, a second one the taking back as well. */
function listen(drill: Drill): { interrupt: AbortSignal; abandon: AbortSignal } {
  const interrupt = new AbortController();
  const abandon = new AbortController();
  let interruptedAt = 0;
  const on = (signal: NodeJS.Signals) => {
    if (abandon.signal.aborted) return;
    if (!interrupt.signal.aborted) {
      interruptedAt = Date.now();
      process.stderr.write(`\n${signal}: taking back what was started; Ctrl-C once more to stop at once\n`);
      return interrupt.abort(new Error(`interrupted by ${signal}`));
    }
    // npm passes on the Ctrl-C that the terminal has sent us already, and a terminal that closes says so twice.
    if (signal === "SIGHUP" || Date.now() - interruptedAt < 500) return;
    process.stderr.write(`\n${signal}: stopping at once\n`);
    abandon.abort(new Error("stopped by a second interrupt"));
    killChildren();
    void drill.found.gate?.stop();
    setTimeout(() => process.exit(1), 5_000);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => on(signal));
  return { interrupt: interrupt.signal, abandon: abandon.signal };
}

/** Says what is left, and removes the clones unless they are needed for removing that. */
function leave(drill: Drill): void {
  const { workFolder } = drill.settings;
  const left = whatIsLeft(drill);
  if (left !== "") return void process.stderr.write(left);
  try {
    rmSync(workFolder, { recursive: true, force: true, maxRetries: 3 });
  } catch (error) {
    process.stderr.write(`${workFolder} cannot be removed: ${error}\nRemove it: rm -rf ${workFolder}\n`);
  }
}
