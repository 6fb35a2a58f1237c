import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { versions } from "../../dr/report/versions";
import { built, runScript } from "./support/script";

let fakeDrill: string;
let folder: string;
beforeAll(() => {
  fakeDrill = built("fake-drill");
});
afterAll(() => rmSync(fakeDrill));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "conduct-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const soon = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const report = () => JSON.parse(readFileSync(join(folder, "latest/report.json"), "utf8"));
const exited = (code: number) => ({ code, signal: null });

it("exits with 1 when it is not proved, and keeps nothing but the report", async () => {
  const { ended, output } = runScript(fakeDrill, folder, "");
  expect(await ended).toEqual(exited(1));
  expect(report()).toMatchObject({ verdict: "uncertain", sentence: expect.stringContaining("28 of 28 checks") });
  expect(output()).toMatch(/\n\? UNCERTAIN {2}.*\n(.*\n)*.*Report: drill-report\/report\/report\.html\n$/);
  expect(existsSync(join(folder, "work"))).toBe(false);
});

it("names moto among what it ran with only where moto was the AWS", () => {
  expect(versions({ kind: "own" })).toHaveProperty("moto");
  expect(versions({ kind: "endpoint", endpoint: "http://127.0.0.1:9" })).not.toHaveProperty("moto");
});

it("exits with 2 when it could not start, and says why on the terminal and in its report", async () => {
  const { ended, output } = runScript(fakeDrill, folder, "no-start");
  expect(await ended).toEqual(exited(2));
  expect(output()).toContain("moto did not answer");
  expect(output()).not.toContain("    at ");
  expect(report()).toMatchObject({
    verdict: "uncertain",
    sentence: expect.stringMatching(/^The drill could not start: moto did not answer\./),
    steps: [{ status: "failed" }, { title: "Stand", status: "skipped" }],
  });
});

it("says why a step failed when it fails, before anything is cleaned up, and only once", async () => {
  const { ended, output } = runScript(fakeDrill, folder, "fails");
  expect(await ended).toEqual(exited(1));
  const lines = output().split("\n");
  const at = (text: string) => lines.findIndex((line) => line.includes(text));
  expect(at("step 2 of 2: Stand: FAILED")).toBeGreaterThan(0);
  expect(at("no capacity in zone a")).toBe(at("step 2 of 2: Stand: FAILED") + 1);
  expect(at("clean-up 1 of 1: Stop")).toBeGreaterThan(at("no capacity in zone a"));
  expect(lines.filter((line) => /^[\d:]{8} .*no capacity/.test(line))).toHaveLength(1);
});

it("fails at once when its local AWS has ended by itself, and takes nothing back in it", async () => {
  const { ended, output } = runScript(fakeDrill, folder, "gone");
  expect(await ended).toEqual(exited(1));
  expect(report()).toMatchObject({
    verdict: "failed",
    sentence: expect.stringMatching(/^Failed in step 2 of 2 \(Stand\), .*: moto has ended \(SIGKILL\)\./),
  });
  expect(output()).not.toContain("stopped\n");
});

it("says that the report cannot be written, after all was taken back", async () => {
  const { ended, output } = runScript(fakeDrill, folder, "unwritable");
  expect(await ended).toEqual(exited(1));
  expect(output()).toMatch(/stopped\n(.*\n)*\? UNCERTAIN/);
  expect(output()).toMatch(
    /^The report cannot be written to .*\/report: .*\/report cannot be made \(.*\/report is a file\)/m,
  );
});

describe.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("after %s", (signal) => {
  it("takes back what was started, and is not proved", async () => {
    const { ended, output, printed, pid } = runScript(fakeDrill, folder, "slow");
    await printed("standing");
    process.kill(pid, signal);
    expect(await ended).toEqual(exited(1));
    expect(output()).toContain(
      `${signal}: cleaning up what was started: usually less than a minute; press Ctrl-C again`,
    );
    expect(output()).toContain("stopped\n");
    expect(report()).toMatchObject({
      verdict: "interrupted",
      sentence: expect.stringMatching(
        /^Interrupted \(.*\) in step 2 of 2, before eu-west-1 was lost\. Nothing is left over/,
      ),
    });
    expect(report().steps).toContainEqual(
      expect.objectContaining({ title: "Stand", status: "interrupted", error: `interrupted by ${signal}` }),
    );
  });
});

it("takes two signals at once for one Ctrl-C, because npm passes on what the terminal sends", async () => {
  const { ended, output, printed, pid } = runScript(fakeDrill, folder, "slow");
  await printed("standing");
  // Not the same one, which the kernel may deliver once.
  process.kill(pid, "SIGINT");
  process.kill(pid, "SIGTERM");
  expect(await ended).toEqual(exited(1));
  expect(output()).toContain("stopped\n");
});

it("stops at once after a second Ctrl-C, and reports what was not taken back", async () => {
  const { ended, output, printed, pid } = runScript(fakeDrill, folder, "stuck");
  await printed("standing");
  process.kill(pid, "SIGINT");
  await printed("cleaning up");
  // Two within half a second are one Ctrl-C.
  await soon(700);
  process.kill(pid, "SIGINT");
  expect(await ended).toEqual(exited(1));
  expect(output()).not.toContain("stopped\n");
  expect(report().steps).toContainEqual(
    expect.objectContaining({ title: "Stop", error: "stopped by a second interrupt" }),
  );
});

it("takes back what was started though nobody reads what it says any more", async () => {
  const { ended, printed, pid, hangUp } = runScript(fakeDrill, folder, "slow");
  await printed("standing");
  hangUp();
  process.kill(pid, "SIGHUP");
  expect(await ended).toEqual(exited(1));
  expect(report().steps).toContainEqual(expect.not.objectContaining({ title: "Stop", error: expect.anything() }));
});

describe("with --keep", () => {
  it("prints the environment, and waits until Enter is pressed", async () => {
    const { ended, output, printed, write } = runScript(fakeDrill, folder, "keep");
    await printed("Press Enter");
    expect(output()).toContain("export AWS_ENDPOINT_URL=http://127.0.0.1:1\n");
    await soon(300);
    expect(output()).not.toContain("stopped");
    write("\n");
    await ended;
    expect(output()).toContain("stopped\n");
    expect(report().steps[2]).not.toHaveProperty("error");
  });

  it("says that nobody can press Enter, and goes on, when its standard input is closed", async () => {
    const { ended, output, write } = runScript(fakeDrill, folder, "keep");
    write();
    await ended;
    expect(output()).toContain("Standard input is closed");
    expect(output()).toContain("stopped\n");
  });
});
