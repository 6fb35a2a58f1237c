import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runChild } from "../../../terraform/process/child";
import { marked } from "../../dr/support/marked";
import { built, runScript } from "../../dr/support/script";
import { until } from "../../support/until";

const folder = mkdtempSync(join(tmpdir(), "child-"));
afterAll(() => rmSync(folder, { recursive: true }));

const environment = { PATH: process.env.PATH ?? "" };
const shell = (script: string, options: Partial<Parameters<typeof runChild>[2]> = {}) =>
  runChild("/bin/sh", ["-c", script], { cwd: folder, environment, ...options });

it("appends all that a program prints to its log, with when it began and ended, and gives its standard output", async () => {
  const logFile = join(folder, "logs/all.log");
  expect(await shell("echo one; echo two >&2", { logFile })).toEqual({
    exitCode: 0,
    stdout: "one",
    output: "one\ntwo",
  });
  await shell("echo three", { logFile });
  const time = String.raw`# \d{4}-\d\d-\d\dT[\d:.]+Z`;
  expect(readFileSync(logFile, "utf8")).toMatch(
    new RegExp(
      `^${time} /bin/sh -c echo one; .*\none\ntwo\n${time} ended after [\\d.]+ s\n${time} /bin/sh -c echo three\nthree\n${time} ended`,
    ),
  );
});

it("fails with the command, the exit code, the last 30 lines and the log's name", async () => {
  const logFile = join(folder, "failing.log");
  const failed = shell("seq 100; echo the reason >&2; exit 3", { logFile });
  await expect(failed).rejects.toThrow(
    /exit code 3: \/bin\/sh -c .*\n72\n(.*\n)*100\nthe reason\nAll of it: .*failing\.log$/,
  );
  expect(readFileSync(logFile, "utf8")).toContain("\n1\n".slice(1));
});

it("takes another exit code for an answer where it is one", async () => {
  expect(await shell("exit 2", { expected: [0, 2] })).toMatchObject({ exitCode: 2 });
  expect(await shell("exit 3", { expected: "any" })).toMatchObject({ exitCode: 3 });
});

it("fails when there is no such program", async () => {
  await expect(runChild(join(folder, "nothing"), [], { cwd: folder, environment })).rejects.toThrow(/ENOENT/);
});

it("gives a program the environment that it is given, and nothing else", async () => {
  const { stdout } = await runChild("/usr/bin/env", [], { cwd: folder, environment: { ONLY: "this" } });
  expect(stdout).toBe("ONLY=this");
});

it("interrupts the whole group once, and waits until the program has ended in its own way", async () => {
  const stop = new AbortController();
  // Ends a moment after the first one, so that a second one would be counted.
  const program = (name: string, start = "") => `
    let n = 0;
    const on = setInterval(() => {}, 1000);
    process.on("SIGINT", () => {
      if (n++ === 0) setTimeout(() => { console.log("${name} " + n); clearInterval(on); }, 300);
    });
    console.log("${name} runs");
    ${start}`;
  const grandchild = JSON.stringify(program("grandchild"));
  const spawn = `require("node:child_process").spawn(process.execPath, ["-e", ${grandchild}], { stdio: "inherit" })`;
  const logFile = join(folder, "interrupted.log");
  const run = runChild(process.execPath, ["-e", program("child", spawn)], {
    cwd: folder,
    environment,
    signal: stop.signal,
    logFile,
  });
  const log = () => (existsSync(logFile) ? readFileSync(logFile, "utf8").trim().split("\n") : []);
  const said = () =>
    log()
      .filter((line) => line !== "" && !line.startsWith("#"))
      .sort();
  await until(() => said().length === 2);
  stop.abort(new Error("interrupted by SIGINT"));
  await expect(run).rejects.toThrow("interrupted by SIGINT");
  expect(said()).toEqual(["child 1", "child runs", "grandchild 1", "grandchild runs"]);
});

it("does not begin what was interrupted before", async () => {
  const signal = AbortSignal.abort(new Error("interrupted"));
  await expect(shell("touch begun", { signal })).rejects.toThrow("interrupted");
  expect(() => readFileSync(join(folder, "begun"))).toThrow("ENOENT");
});

it("does not wait for a grandchild that holds the output open, and ends it", async () => {
  const mark = marked();
  const { stdout } = await shell("(sleep 120; touch waited-for) & echo ready", {
    environment: { ...environment, ...mark.environment },
  });
  expect(stdout).toBe("ready");
  expect(await mark.gone()).toEqual([]);
  expect(existsSync(join(folder, "waited-for"))).toBe(false);
});

it("does not wait for a grandchild that left the group, either", async () => {
  const mark = marked();
  const grandchild = "setsid sh -c 'touch apart; sleep 120; touch waited-for'";
  await shell(`${grandchild} & until [ -e apart ]; do sleep 0.1; done; echo ready`, {
    environment: { ...environment, ...mark.environment },
  });
  expect(mark.running()).not.toEqual([]);
  mark.end();
  expect(existsSync(join(folder, "waited-for"))).toBe(false);
});

it("goes on when the log cannot be written because the disk is full", async () => {
  const told = jest.spyOn(process.stderr, "write").mockReturnValue(true);
  try {
    const { stdout } = await shell("seq 20000; echo done", { logFile: "/dev/full" });
    expect(stdout.endsWith("\ndone")).toBe(true);
    expect(told.mock.calls.flat().join("")).toMatch(/^\/dev\/full cannot be written: ENOSPC/);
  } finally {
    told.mockRestore();
  }
});

describe("when the drill's own process", () => {
  let twoPrograms: string;
  beforeAll(() => {
    twoPrograms = built("run-two");
  });
  afterAll(() => rmSync(twoPrograms));

  it.each([
    ["ends", "exit"],
    ["meets an error", "throw"],
    ["is killed", "kill"],
  ])("%s, none of its programs survives", async (_, what) => {
    const { mark, ended, output } = runScript(twoPrograms, what);
    await ended;
    expect(output()).toContain("4 run");
    expect(await mark.gone()).toEqual([]);
  });

  it("gets a Ctrl-C from the terminal, its programs do not", async () => {
    const { mark, ended, output } = runScript(twoPrograms, "group");
    await ended;
    expect(output()).toContain("still 4 run");
    expect(await mark.gone()).toEqual([]);
  });
});
