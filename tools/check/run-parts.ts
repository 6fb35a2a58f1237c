import type { Progress } from "../../terraform/process/progress";
import type { Part } from "./part";

/** The totals of all parts. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
}

/** How the parts are watched. */
export interface Watched {
  readonly progress: Progress;
  say(line: string): void;
}

/** Runs parts beside each other. Every one runs to its end, whatever failed before. */
export async function runParts(parts: readonly Part[], { progress, say }: Watched): Promise<Totals> {
  const totals = { passed: 0, failed: 0 };
  const runPart = async ({ run }: Part): Promise<void> => {
    const { passed, failed, output } = await run().catch((error: unknown) => ({
      passed: 0,
      failed: 1,
      output: String(error),
    }));
    totals.passed += passed;
    totals.failed += failed;
    if (output) say(output);
    if (failed > 0) throw new Error(`${failed} failed`);
  };
  await Promise.all(
    parts.map((part) =>
      // A line of its own for each that failed: whoever reads a long log looks for it.
      progress.run(part.title, () => runPart(part)).catch(() => say(`FAILED  ${part.title}`)),
    ),
  );
  return totals;
}
