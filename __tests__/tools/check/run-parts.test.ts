import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../../../terraform/project-root";
import { totals } from "../../../tools/check/jest";
import type { Part } from "../../../tools/check/part";
import { runParts } from "../../../tools/check/run-parts";

const part = (title: string, passed: number, failed: number, output = ""): Part => ({
  title,
  run: async () => ({ passed, failed, output }),
});

it("runs every part, whatever failed before, adds up what they count and says the time of each", async () => {
  const lines: string[] = [];
  const broken: Part = { title: "broken", run: () => Promise.reject(new Error("no such program")) };
  const parts = [part("types", 0, 1, "an error"), broken, part("tests", 40, 2)];
  expect(await runParts(parts, (line) => lines.push(line))).toEqual({ passed: 40, failed: 4 });
  expect(lines).toEqual([
    "an error",
    expect.stringMatching(/^FAILED {2}types {2}\d+\.\d s$/),
    "Error: no such program",
    expect.stringMatching(/^FAILED {2}broken {2}\d+\.\d s$/),
    expect.stringMatching(/^FAILED {2}tests {2}\d+\.\d s$/),
  ]);
});

describe("of jest's report", () => {
  const folder = mkdtempSync(join(tmpdir(), "report-"));
  const file = join(folder, "report.json");
  const write = (counts: Readonly<Record<string, unknown>>) =>
    writeFileSync(
      file,
      JSON.stringify({
        numPassedTests: 5,
        numFailedTests: 0,
        numPendingTests: 0,
        numRuntimeErrorTestSuites: 0,
        testResults: [],
        ...counts,
      }),
    );
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("takes the tests that passed and failed", () => {
    write({ numFailedTests: 2 });
    expect(totals(file, true)).toEqual({ passed: 5, failed: 2, output: "" });
  });

  it("counts a file that could not run as a failure", () => {
    write({ numRuntimeErrorTestSuites: 1 });
    expect(totals(file, true)).toMatchObject({ passed: 5, failed: 1 });
  });

  it("counts an end that jest gives no failure for, and a report that is missing", () => {
    write({});
    expect(totals(file, true)).toMatchObject({ failed: 1 });
    expect(totals(join(folder, "missing.json"), true)).toMatchObject({ passed: 0, failed: 1 });
  });

  it("names each test that failed, and each file that could not run", () => {
    const assertionResults = [
      { fullName: "a vault is locked", status: "failed" },
      { fullName: "a vault has a key", status: "passed" },
    ];
    write({
      numFailedTests: 1,
      numRuntimeErrorTestSuites: 1,
      testResults: [
        { name: join(projectRoot, "__tests__/vault.test.ts"), status: "failed", assertionResults },
        { name: join(projectRoot, "__tests__/broken.test.ts"), status: "failed", assertionResults: [] },
      ],
    });
    const named = "FAILED  __tests__/vault.test.ts: a vault is locked\nFAILED  __tests__/broken.test.ts";
    expect(totals(file, true).output).toBe(named);
  });

  it("tells of tests that were skipped", () => {
    write({ numPendingTests: 3 });
    expect(totals(file, false)).toEqual({ passed: 5, failed: 0, output: "3 tests skipped" });
  });
});
