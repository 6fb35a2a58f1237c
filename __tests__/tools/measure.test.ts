import { execa } from "execa";
import { childEnvironment } from "../../terraform/process/environments";
import { projectRoot } from "../../terraform/project-root";

const measure = (runs: string) =>
  execa(process.execPath, ["shop", "measure", "--runs", runs], {
    cwd: projectRoot,
    env: childEnvironment(),
    extendEnv: false,
    reject: false,
  });

it("tells the CPU of a synth and of a set-up with nothing to do", async () => {
  const { exitCode, stdout } = await measure("1");
  const lines = stdout.split("\n").map((line) => /^(.*): (\d+\.\d\d) s of CPU \(.* in 1 runs\)$/.exec(line));
  expect({ exitCode, what: lines.map((line) => line?.[1]) }).toEqual({
    exitCode: 0,
    what: ["synth of everything, when nothing changed", "set-up with nothing to do"],
  });
  for (const line of lines) expect(Number(line?.[2])).toBeGreaterThan(0.05);
});

it("refuses a number of runs that is none", async () => {
  expect(await measure("many")).toMatchObject({
    exitCode: 2,
    stderr: 'error: --runs: "many" is not a number from 1 to 99.',
  });
});
