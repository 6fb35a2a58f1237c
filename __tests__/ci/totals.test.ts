import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { execa } from "execa";

const folder = mkdtempSync(join(tmpdir(), "totals-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const said = "> test\n> node tools/run.mjs\n\n300 passed, 0 failed\n";
const step = { title: "preflight", status: "done" };
const check = { title: "database available", status: "passed" };
const good = { steps: [step, step], checks: [check] };

const rows: [what: string, said: string, checksExit: string, report: unknown, drillExit: string, line: string][] = [
  ["adds tests, steps and checks", said, "0", good, "0", "303 passed, 0 failed"],
  ["counts failed tests", "299 passed, 2 failed\n", "1", good, "0", "302 passed, 2 failed"],
  ["counts tests that never said", "", "1", good, "0", "3 passed, 1 failed"],
  ["counts tests that ended badly all the same", said, "1", good, "0", "303 passed, 1 failed"],
  [
    "counts a failed step",
    said,
    "0",
    { ...good, steps: [step, { status: "failed", error: "no" }] },
    "1",
    "302 passed, 1 failed",
  ],
  ["counts an uncertain check", said, "0", { ...good, checks: [{ status: "uncertain" }] }, "1", "302 passed, 1 failed"],
  ["counts a drill that left no report", said, "0", undefined, "2", "300 passed, 1 failed"],
  ["counts a drill that ended badly all the same", said, "0", good, "1", "303 passed, 1 failed"],
];

/** What the script ends with for an output of the checks and a report of the drill. */
async function totals(said: string, checksExit: string, report: unknown, drillExit: string) {
  writeFileSync(join(folder, "said"), said);
  rmSync(join(folder, "report.json"), { force: true });
  if (report) writeFileSync(join(folder, "report.json"), JSON.stringify(report));
  const script = resolve(__dirname, "../../.ci/totals.mjs");
  const ended = await execa(process.execPath, [script, "said", checksExit, "report.json", drillExit], {
    cwd: folder,
    reject: false,
  });
  return { lines: ended.stdout.split("\n"), exitCode: ended.exitCode };
}

it.each(rows)("%s", async (_, said, checksExit, report, drillExit, line) => {
  const { lines, exitCode } = await totals(said, checksExit, report, drillExit);
  expect([lines.at(-1), exitCode]).toEqual([line, line.endsWith(" 0 failed") ? 0 : 1]);
});

it("says at the end what failed", async () => {
  const report = {
    steps: [{ title: "rebuild", error: "no quota" }],
    checks: [{ title: "database available", status: "uncertain" }],
  };
  const output = `FAILED  __tests__/vault.test.ts: a vault is locked\nFAILED  tests\n9 passed, 1 failed\n`;
  expect((await totals(output, "1", report, "1")).lines).toEqual([
    "FAILED  __tests__/vault.test.ts: a vault is locked",
    "FAILED  tests",
    "FAILED  drill: rebuild: no quota",
    "FAILED  drill: database available (uncertain)",
    "9 passed, 3 failed",
  ]);
});
