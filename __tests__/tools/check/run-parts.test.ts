import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { Progress } from "../../../terraform/process/progress";
import { projectRoot } from "../../../terraform/project-root";
import { totals } from "../../../tools/check/jest";
import type { Part } from "../../../tools/check/part";
import { runParts } from "../../../tools/check/run-parts";

const part = (title: string, passed: number, failed: number, output = ""): Part => ({
  title,
  run: async () => ({ passed, failed, output }),
});

it("runs every part, whatever failed before, adds up what they count, and tells when each begins and ends", async () => {
  const lines: string[] = [];
  const broken: Part = { title: "broken", run: () => Promise.reject(new Error("no such program")) };
  const parts = [part("types", 0, 1, "an error"), broken, part("tests", 40, 2)];
  const stream = new PassThrough({ encoding: "utf8" });
  const watched = { progress: new Progress({ stream }), say: (line: string) => void lines.push(line) };
  expect(await runParts([...parts, part("lint", 1, 0)], watched)).toEqual({ passed: 41, failed: 4 });
  const failures = ["types", "broken", "tests"].map((title) => `FAILED  ${title}`);
  expect([...lines].sort()).toEqual([...failures, "an error", "Error: no such program"].sort());
  const shown = String(stream.read()).replace(/^[\d:]{8} /gm, "");
  expect(shown).toContain("types …\nbroken …\ntests …\nlint …\n");
  expect(shown).toMatch(/^types: FAILED after \d+\.\d s\n {4}1 failed$/m);
  expect(shown).toMatch(/^lint: done in \d+\.\d s$/m);
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
