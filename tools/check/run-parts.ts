import type { Part } from "./part";

/** The totals of all parts. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
}

/** Runs parts beside each other. Every one runs to its end, whatever failed before, and says its time. */
export async function runParts(parts: readonly Part[], say: (line: string) => void): Promise<Totals> {
  const totals = { passed: 0, failed: 0 };
  await Promise.all(
    parts.map(async ({ title, run }) => {
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
  return totals;
}
