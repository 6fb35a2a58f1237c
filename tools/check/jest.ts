import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, relative } from "node:path";
import { z } from "zod";
import { runChild } from "../../terraform/process/child";
import { checksEnvironment } from "../../terraform/process/environments";
import { projectRoot } from "../../terraform/project-root";
import type { Part, Result } from "./part";

const report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  /** Files that failed before any of their tests ran. */
  numRuntimeErrorTestSuites: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/** More than there are cores, because the longest tests mostly wait for Terraform, and that for AWS: with fewer, cores idle. */
const workers = availableParallelism() + 3;

/** Its workers have it, too. Tests make much that lives shortly: with more room for it, they take a tenth less CPU. */
const collectsSeldom = ["--max-semi-space-size=64"];
const runner = join(projectRoot, "node_modules/jest/bin/jest.js");

/**
 * The tests: all, or those in files whose path matches one of the patterns. Its progress is printed as it comes.
 *
 * They see `more` in their environment.
 */
export const tests = (
  patterns: readonly string[],
  signal: AbortSignal,
  more: Readonly<Record<string, string>> = {},
): Part => ({
  title: "tests",
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), "jest-"));
    const outputFile = join(folder, "report.json");
    try {
      const args = [
        ...collectsSeldom,
        runner,
        "--json",
        `--outputFile=${outputFile}`,
        `--maxWorkers=${workers}`,
        ...patterns,
      ];
      const { exitCode } = await runChild(process.execPath, args, {
        cwd: projectRoot,
        environment: { ...checksEnvironment(), ...more },
        expected: "any",
        showsProgress: true,
        signal,
      });
      return totals(outputFile, exitCode !== 0);
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
      output: [
        ...failing(counts),
        ...(counts.numPendingTests > 0 ? [`${counts.numPendingTests} tests skipped`] : []),
      ].join("\n"),
    };
  } catch (error) {
    return { passed: 0, failed: 1, output: `jest left no report: ${error}` };
  }
}

/** A line for each test that failed, and for each file that failed as a whole: long outputs hide where they are told. */
const failing = ({ testResults }: z.infer<typeof report>): string[] =>
  testResults.flatMap(({ name, status, assertionResults }) => {
    const file = relative(projectRoot, name);
    const failed = assertionResults.filter((one) => one.status === "failed");
    if (status === "failed" && failed.length === 0) return [`FAILED  ${file}`];
    return failed.map(({ fullName }) => `FAILED  ${file}: ${fullName}`);
  });
