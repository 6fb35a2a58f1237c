import { Progress } from "../terraform/process/progress";
import type { Drill } from "./drill";
import { listenFor } from "./interrupts";
import { markdown } from "./report/markdown";
import { report } from "./report/report";
import { pointLatestTo } from "./report/run-folder";
import { versions } from "./report/versions";
import { writeReport } from "./report/write";
import { runSteps } from "./run-steps";
import type { Step, StepRecord } from "./step";
import { usualTimes } from "./usual-times";
import { closeWorkFolder } from "./what-is-left";

/**
 * Runs the steps of a drill, takes them back whatever happens, and writes its report.
 *
 * Gives the exit code: 0 when all of it passed, 1 when it is not proved, 2 when it could not start.
 */
export async function conduct(steps: readonly Step[], drill: Drill, quiet = false): Promise<number> {
  const { reportFolder } = drill.settings;
  process.once("exit", () => closeWorkFolder(drill));
  pointLatestTo(reportFolder);
  // Who watched may be gone; what was started is taken back nevertheless.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  const usual = usualTimes(drill.settings.where.kind === "account");
  const started: Step[] = [];
  const signals = listenFor(drill, started, usual);
  const records = await runSteps(steps, drill, { progress: new Progress({ quiet, usual }), started, ...signals });
  if (couldNotStart(steps, records) && !signals.interrupt.aborted) return 2;
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

/** Nothing was stood up yet when the step that failed is one that only prepares. */
const couldNotStart = (steps: readonly Step[], records: readonly StepRecord[]): boolean => {
  const failed = records.find(({ phase, error }) => phase === "run" && error !== undefined);
  return steps.some(({ title, prepares }) => prepares === true && title === failed?.title);
};
