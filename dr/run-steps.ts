import { messageOf } from "../terraform/failures";
import type { Progress } from "../terraform/process/progress";
import type { Drill, DrillWith, Found } from "./drill";
import type { At, Step, StepRecord } from "./step";

/** What runs the steps needs besides them. */
export interface RunOptions {
  readonly progress: Pick<Progress, "number" | "run">;
  /** Steps that have begun, and so are taken back. */
  readonly started?: Step[];
  /** Stops the steps; what was started is taken back then. */
  readonly interrupt: AbortSignal;
  /** Stops the taking back, too. */
  readonly abandon: AbortSignal;
}

/**
 * Runs the steps in their order until one fails, then takes back every started one, last first, whatever happened.
 * A step that only prepares is taken back only if it got to its end.
 */
export async function runSteps(steps: readonly Step[], drill: Drill, options: RunOptions): Promise<StepRecord[]> {
  const { progress, interrupt, abandon, started = [] } = options;
  const records: StepRecord[] = [];

  const record = async (
    { title, phase }: Pick<StepRecord, "title" | "phase">,
    signal: AbortSignal,
    work: Step["run"],
  ): Promise<boolean> => {
    const from = Date.now();
    const note = (error?: string) =>
      records.push({
        title,
        phase,
        startedAt: new Date(from).toISOString(),
        seconds: (Date.now() - from) / 1000,
        ...(error ? { error } : {}),
      });
    try {
      signal.throwIfAborted();
      await progress.run(title, (say) => work(drill, { signal, say }));
      note();
      return true;
    } catch (error) {
      note(messageOf(error));
      return false;
    }
  };

  progress.number(
    "step",
    steps.map(({ title }) => title),
  );
  try {
    for (const step of steps) {
      const begun = !interrupt.aborted;
      const done = await record({ title: step.title, phase: "run" }, interrupt, (drill, at) =>
        runWholly(step, drill, at),
      );
      // What only prepares has made nothing when it fails: there is nothing to take back, and what stands is not ours.
      if (done || (begun && !step.prepares)) started.push(step);
      if (!done) break;
    }
  } finally {
    const undos = drill.gone.signal.aborted ? [] : [...started].reverse().flatMap(({ undo }) => (undo ? [undo] : []));
    progress.number(
      "clean-up",
      undos.map(({ title }) => title),
    );
    for (const undo of undos) {
      await record({ title: undo.title, phase: "undo" }, abandon, undo.run);
    }
  }
  return records;
}

/** Runs a step; fails where it leaves out what it says that it finds, which later steps need. */
async function runWholly({ title, gives, run }: Step, drill: DrillWith<keyof Found>, at: At): Promise<void> {
  await run(drill, at);
  const missing = gives.filter((what) => drill.found[what] === undefined);
  if (missing.length > 0) throw new Error(`"${title}" should have found ${missing.join(", ")}.`);
}
