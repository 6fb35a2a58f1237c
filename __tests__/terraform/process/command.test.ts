import { rmSync } from "node:fs";
import { execa } from "execa";
import { built, runScript } from "../../dr/support/script";

jest.setTimeout(60_000);

let script: string;
beforeAll(() => {
  script = built("a-command", __dirname);
});
afterAll(() => rmSync(script));

const run = async (...args: string[]) => {
  const { exitCode, stdout, stderr } = await execa(process.execPath, [script, ...args], { reject: false });
  return { exitCode, stdout, stderr };
};

it("gives its result on stdout and ends with 0", async () => {
  expect(await run("--how", "well")).toEqual({ exitCode: 0, stdout: "a result", stderr: "" });
});

it("ends with 1 where something was found", async () => {
  expect(await run("--how", "found")).toMatchObject({ exitCode: 1, stderr: "" });
});

it("ends with 2 and the bare message where the user can mend it", async () => {
  const refused = { exitCode: 2, stdout: "", stderr: "error: --how: there is no such way." };
  expect(await run("--how", "refused")).toEqual(refused);
});

it.each([[["--hwo", "well"]], [["--how", "well", "more"]], [[]]])(
  "ends with 2 for the command line %j",
  async (args) => {
    expect(await run(...args)).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringMatching(/^error: /) });
  },
);

it("ends with 1 and the last words of a program that failed, without a stack", async () => {
  const { exitCode, stderr } = await run("--how", "child");
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/^error: Command failed with exit code 3[\s\S]*last words$/);
});

it("ends with 1 and a stack where nobody has foreseen it", async () => {
  const { exitCode, stderr } = await run("--how", "unforeseen");
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/^error: TypeError: nobody thought of it\n {4}at /);
});

it("ends with 2 and one line where the machine is to blame, such as a full disk", async () => {
  const stderr = "error: the disk is full. Make room and run it again (ENOSPC).";
  expect(await run("--how", "full")).toEqual({ exitCode: 2, stdout: "", stderr });
});

it("shows its help, with examples and exit codes, and ends with 0", async () => {
  const { exitCode, stdout } = await run("--help");
  expect(exitCode).toBe(0);
  expect(stdout).toContain("--how <way>  in which way");
  expect(stdout).toContain("  ./shop a-command --how well  ends well");
  expect(stdout).toContain("  2  it could not start; nothing was done");
});

it("gives its result as JSON, and nothing else on stdout, with --json", async () => {
  const { exitCode, stdout } = await run("--how", "well", "--json");
  expect({ exitCode, result: JSON.parse(stdout) }).toEqual({ exitCode: 0, result: { outcome: "result" } });
});

it("tells nothing of what is going on with --quiet", async () => {
  expect(await run("--how", "talks")).toMatchObject({ exitCode: 0, stderr: "talking" });
  expect(await run("--how", "talks", "--quiet")).toMatchObject({ exitCode: 0, stdout: "a result", stderr: "" });
});

it("ends in its own way after a Ctrl-C", async () => {
  const { ended, output, printed, pid } = runScript(script, "--how", "slow");
  await printed("waiting");
  process.kill(pid, "SIGINT");
  expect(await ended).toEqual({ code: 1, signal: null });
  expect(output()).toContain(
    "SIGINT: ending in its own time; press Ctrl-C again to stop at once\nerror: interrupted by SIGINT\n",
  );
});

it("ends at once after another one", async () => {
  const { ended, output, printed, pid } = runScript(script, "--how", "stubborn");
  await printed("waiting");
  process.kill(pid, "SIGINT");
  await printed("press Ctrl-C again");
  await new Promise((resolve) => setTimeout(resolve, 600));
  process.kill(pid, "SIGINT");
  expect(await ended).toEqual({ code: 1, signal: null });
  expect(output()).toContain("SIGINT: stopping at once");
});

it("refuses to ask where there is no terminal, and does not ask with --yes", async () => {
  const refused = "error: There is no terminal to ask on. Add --yes to go on without asking.";
  expect(await run("--how", "asked")).toMatchObject({ exitCode: 2, stderr: refused });
  expect(await run("--how", "asked", "--yes")).toMatchObject({ exitCode: 0, stderr: "" });
});
