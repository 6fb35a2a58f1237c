import type { Part } from "./part";

/** The totals of all parts. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
}

/** Runs waves of parts, those of a wave beside each other. Every part runs, whatever failed before, and says its time. */
export async function runParts(waves: readonly (readonly Part[])[], say: (line: string) => void): Promise<Totals> {
  const totals = { passed: 0, failed: 0 };
  for (const wave of waves) {
    await Promise.all(
      wave.map(async ({ title, run }) => {
        const start = performance.now();
        const { passed, failed, output } = await run().catch((error: unknown) => ({
          passed: 0,
          failed: 1,
          output: String(error),
        }));
        const seconds = ((performance.now() - start) / 1000).toFixed(1);
        if (output) say(output);
        say(`${failed === 0 ? "passed" : "FAILED"}  ${title}  ${seconds} s`);
        totals.passed += passed;
        totals.failed += failed;
      }),
    );
  }
  return totals;
}
