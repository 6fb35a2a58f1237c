import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { z } from "zod";
import { projectRoot } from "../project-root";
import { environment } from "./environment";
import type { Part, Result } from "./part";

const report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  /** Files that failed before any of their tests ran. */
  numRuntimeErrorTestSuites: z.int(),
});

/** The tests: all, or those in files whose path matches one of the patterns. Its progress is printed as it comes. */
export const tests = (patterns: readonly string[]): Part => ({
  title: "tests",
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), "jest-"));
    const outputFile = join(folder, "report.json");
    try {
      const { failed } = await execa("jest", ["--json", `--outputFile=${outputFile}`, "--maxWorkers=2", ...patterns], {
        cwd: projectRoot,
        preferLocal: true,
        localDir: projectRoot,
        env: environment(),
        extendEnv: false,
        stdio: ["ignore", "ignore", "inherit"],
        reject: false,
      });
      return totals(outputFile, failed);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
});

/** What jest counted. Where it failed without counting a failure, or left no report, that is one. */
export function totals(file: string, failed: boolean): Result {
  try {
    const counts = report.parse(JSON.parse(readFileSync(file, "utf8")));
    const failures = counts.numFailedTests + counts.numRuntimeErrorTestSuites;
    return {
      passed: counts.numPassedTests,
      failed: failed ? Math.max(1, failures) : failures,
      output: counts.numPendingTests > 0 ? `${counts.numPendingTests} tests skipped` : "",
    };
  } catch (error) {
    return { passed: 0, failed: 1, output: `jest left no report: ${error}` };
  }
}
