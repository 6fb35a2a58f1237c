import { join } from "node:path";
import { messageOf } from "../terraform/failures";
import { makeFolder } from "../terraform/make-folder";
import { Progress } from "../terraform/process/progress";
import { writeCalls } from "../tools/gate/kept-calls";
import type { Drill } from "./drill";
import { listenFor } from "./interrupts";
import { couldNotStart } from "./report/conducted";
import { originOf } from "./report/origin";
import { report } from "./report/report";
import { pointLatestTo } from "./report/run-folder";
import type { Report } from "./report/schema";
import { versions } from "./report/versions";
import { writeReport } from "./report/write";
import { runSteps } from "./run-steps";
import type { Step } from "./step";
import { usualTimes } from "./usual-times";
import { closeWorkFolder } from "./what-is-left";

/** Where a drill writes which calls it made, in the folder of its report. */
const callsFile = "calls.jsonl";

/** Where a drill tells what it does, and what came out of it. */
export interface Told {
  readonly show: (report: Report) => void;
  readonly quiet?: boolean | undefined;
}

/**
 * Runs the steps of a drill, cleans up whatever happens, writes its report and shows it.
 *
 * Gives the exit code: 0 when all of it passed, 1 when it is not proved, 2 when it could not start.
 */
export async function conduct(steps: readonly Step[], drill: Drill, { show, quiet = false }: Told): Promise<number> {
  const { reportFolder, repository, where } = drill.settings;
  let isClosed = false;
  const close = (): void => {
    if (!isClosed) closeWorkFolder(drill);
    isClosed = true;
  };
  process.once("exit", close);
  pointLatestTo(reportFolder);
  // Who watched may be gone; what was started is taken back nevertheless.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  const usual = usualTimes(where.kind === "account");
  const started: Step[] = [];
  const signals = listenFor(drill, started, usual);
  const from = Date.now();
  const interrupt = either(signals.interrupt, drill.gone.signal);
  const progress = new Progress({ quiet, usual });
  const records = await runSteps(steps, drill, { progress, started, interrupt, abandon: signals.abandon });
  const interruptedBy = interrupter(signals.interrupt);
  const evidenced = { origin: await originOf(repository), versions: versions(where) };
  const conducted = { steps, records, from, to: Date.now(), ...evidenced };
  const evidence = report(drill, { ...conducted, ...(interruptedBy ? { interruptedBy } : {}) });
  const written = write(drill, evidence);
  close();
  show(evidence);
  if (!written) return 1;
  if (couldNotStart(conducted) && interruptedBy === undefined) return 2;
  return evidence.verdict === "passed" ? 0 : 1;
}

/** Aborts with the first of two. Not by AbortSignal.any(), which garbage collection may take. */
function either(...signals: readonly [AbortSignal, AbortSignal]): AbortSignal {
  const first = new AbortController();
  for (const signal of signals) signal.addEventListener("abort", () => first.abort(signal.reason), { once: true });
  return first.signal;
}

/** A drill whose report cannot be written proves nothing. */
function write({ settings, found }: Drill, evidence: Report): boolean {
  const { reportFolder } = settings;
  try {
    makeFolder(reportFolder);
    if (found.gate) writeCalls(join(reportFolder, callsFile), found.gate.calls());
    writeReport(reportFolder, evidence);
    return true;
  } catch (error) {
    process.stderr.write(`The report cannot be written to ${reportFolder}: ${messageOf(error)}\n`);
    return false;
  }
}

/** What interrupted the steps, as people call it. */
function interrupter({ aborted, reason }: AbortSignal): string | undefined {
  if (!aborted) return undefined;
  const signal = messageOf(reason).split(" ").at(-1) ?? "";
  return { SIGINT: "Ctrl-C", SIGHUP: "the terminal was closed" }[signal] ?? signal;
}
