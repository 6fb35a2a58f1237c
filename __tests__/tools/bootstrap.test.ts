import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { stateBucketName } from "../../modules/state/contract";
import { environments } from "../../regions/environments";
import { childEnvironment } from "../../terraform/process/environments";
import { projectRoot } from "../../terraform/project-root";
import { toolchain } from "../../terraform/toolchain";
import type { GatedAws } from "../../tools/gate/gated-aws";
import { emptyLocalAws } from "../support/local-aws";
import { until } from "../support/until";

const regions = environments.filter(({ name }) => name === "dev").flatMap((dev) => dev.regions.map(({ name }) => name));

let aws: GatedAws;
let states: string;

beforeAll(async () => {
  aws = await emptyLocalAws("111122223333");
  states = join(projectRoot, "bootstrap-states", aws.endpoint.replace("http://", "").replace(":", "-"));
});
afterAll(async () => {
  await aws.stop();
  rmSync(states, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly progress: string;
}

/** Runs the command against the local AWS; `watch` sees everything that it has said so far. */
function bootstrap(args: string[], watch?: (progress: string, child: ChildProcess) => void): Promise<Ended> {
  const child = spawn(toolchain().node, ["tools/run.mjs", "tools/bootstrap/cli.ts", ...args], {
    cwd: projectRoot,
    env: childEnvironment(aws.environment),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, progress] = ["", ""];
  child.stdout.on("data", (text) => {
    out += text;
  });
  child.stderr.on("data", (text) => {
    progress += text;
    watch?.(progress, child);
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, out, progress })));
}

const keptIn = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".tfstate")) : [];

const refused: [string, string[], string][] = [
  [
    "an environment that does not exist",
    ["--environment", "devv"],
    'error: --environment: "devv" is not a known environment. Did you mean "dev"? Known: prod, staging, dev.',
  ],
  [
    "credentials of another account",
    ["--environment", "prod", "--yes"],
    "error: The credentials belong to account 111122223333, but prod is account 333333333333 in regions/environments.ts. Use credentials of that account, or correct the file. Nothing was done.",
  ],
  [
    "to apply unasked where nobody can be asked",
    ["--environment", "dev"],
    "error: There is no terminal to confirm the plans on. Add --yes to apply them without asking.",
  ],
];
it.each(refused)("refuses %s", async (_, args, message) => {
  const { code, out, progress } = await bootstrap(args);
  expect({ code, out, last: progress.trim().split("\n").at(-1) }).toEqual({ code: 2, out: "", last: message });
});

describe("in an account with nothing", () => {
  it("shows its plans, keeps every state and says where, when it is interrupted", async () => {
    let interrupted = false;
    const { code, out, progress } = await bootstrap(["--environment", "dev", "--yes"], (said, child) => {
      if (interrupted || !said.includes("applying ")) return;
      interrupted = true;
      void until(() => keptIn(states).length > 0).then(() => child.kill("SIGINT"));
    });
    expect(code).toBe(1);
    expect(out).toContain("# module.state.aws_s3_bucket.states will be created");
    const kept = keptIn(states);
    expect(kept).not.toEqual([]);
    for (const file of kept)
      expect(progress).toContain(
        `its state is still in ${join(states, file)}; keep it, and run the same command again`,
      );
  });

  it("goes on from there, and moves each state into its own bucket", async () => {
    const { code, out } = await bootstrap(["--environment", "dev", "--yes"]);
    expect({
      code,
      lines: out.split("\n").filter((line) => /: (made; )?its state is (already )?in s3:/.test(line)).length,
    }).toEqual({
      code: 0,
      lines: regions.length,
    });
    expect(existsSync(states) ? readdirSync(states) : []).toEqual([]);
  });

  it("leaves alone what is in its bucket already", async () => {
    const { code, out } = await bootstrap(["--environment", "dev"]);
    expect({ code, out }).toEqual({
      code: 0,
      out: regions
        .map(
          (region) =>
            `dev-${region}-state: its state is already in s3://${stateBucketName({ account: "111122223333" }, region)}/dev/${region}/state.tfstate; left alone
`,
        )
        .join(""),
    });
  });
});
