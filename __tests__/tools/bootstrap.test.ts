import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EC2Client } from "@aws-sdk/client-ec2";
import { stateBucketName } from "../../modules/state/contract";
import { defineRegion } from "../../regions/schema/region-schema";
import { childEnvironment } from "../../terraform/process/environments";
import { toolchain } from "../../terraform/toolchain";
import type { GatedAws } from "../../tools/gate/gated-aws";
import { checkRegions } from "../../tools/limits/opt-in";
import { copyOfProject, removeCopies } from "../app/project";
import { checkedOnInit } from "../support/checked-on-init";
import { faultProxy } from "../support/fault-proxy";
import { emptyLocalAws } from "../support/local-aws";
import * as own from "../support/own-regions";

const regions = ["eu-north-1", "us-east-1"];
// Two regions prove what four would.
const environments = `import { euNorth1 } from "./eu-north-1";
import { defineEnvironments } from "./schema/environment-schema";
import { usEast1 } from "./us-east-1";

const accounts = { prod: "333333333333", staging: "222222222222", dev: "111122223333" };
export const environments = defineEnvironments(
  Object.entries(accounts).map(([name, account]) => ({
    name,
    account,
    domain: name + ".example.com",
    stateRegion: "eu-north-1",
    regions: [euNorth1, usEast1],
  })),
);
`;

let aws: GatedAws;
/** The way to it. */
let slow: Awaited<ReturnType<typeof faultProxy>>;
let project: string;
let states: string;

beforeAll(async () => {
  aws = await emptyLocalAws("111122223333");
  slow = await faultProxy(aws.endpoint);
  project = copyOfProject("bootstrap");
  const tools = { ...toolchain(), terraformCliConfig: checkedOnInit() };
  mkdirSync(join(project, ".cache"));
  writeFileSync(join(project, ".cache/toolchain.json"), JSON.stringify(tools));
  writeFileSync(join(project, "regions/environments.ts"), environments);
  const targets = join(project, "dr/targets.ts");
  writeFileSync(targets, readFileSync(targets, "utf8").replace(/defineTargets\(environments, [\s\S]*$/, "[];\n"));
  states = join(project, "bootstrap-states", slow.endpoint.replace("http://", "").replace(":", "-"));
});
afterAll(async () => {
  await slow.close();
  await aws.stop();
  removeCopies();
});

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly progress: string;
}

/** Runs the command against the local AWS; `watch` sees everything that it has said so far. */
function bootstrap(args: string[], watch?: (progress: string, child: ChildProcess) => void): Promise<Ended> {
  const child = spawn(
    toolchain().node,
    ["tools/run.mjs", "--needs", "node", "tools/shop/cli.ts", "bootstrap", ...args],
    {
      cwd: project,
      env: childEnvironment({ ...aws.environment, AWS_ENDPOINT_URL: slow.endpoint }),
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
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

it("refuses an opt-in region that the account has not enabled, and asks about no other", async () => {
  const ec2 = new EC2Client({
    region: "us-east-1",
    endpoint: aws.endpoint,
    credentials: { accessKeyId: "testing", secretAccessKey: "testing" },
  });
  const madrid = defineRegion({ name: "eu-south-2", role: "standby" });
  const dev = { ...own.dev, account: "111122223333" };
  await expect(checkRegions({ ...dev, regions: [...dev.regions, madrid] }, ec2)).rejects.toThrow(
    "dev: account 111122223333 has not enabled eu-south-2. Enable it (aws account enable-region --region-name eu-south-2), wait some minutes until AWS says so, and run this again. Nothing was done.",
  );
  await checkRegions(dev, ec2);
});

const keptIn = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".tfstate")) : [];

const refused: [string, string[], string][] = [
  [
    "an environment that does not exist",
    ["devv"],
    'error: environment: "devv" is not a known environment. Did you mean "dev"? Known: prod, staging, dev.',
  ],
  [
    "credentials of another account",
    ["prod", "--yes"],
    "error: The credentials belong to account 111122223333, but prod is account 333333333333 in regions/environments.ts. Use credentials of that account, or correct the file. Nothing was done.",
  ],
  [
    "to apply unasked where nobody can be asked",
    ["dev"],
    "error: There is no terminal to ask on. Add --yes to apply these 2 plans to dev (account 111122223333, local AWS at ENDPOINT) without asking.",
  ],
];
it.each(refused)("refuses %s", async (_, args, message) => {
  const { code, out, progress } = await bootstrap(args);
  expect({ code, out, last: progress.trim().split("\n").at(-1) }).toEqual({
    code: 2,
    out: "",
    last: message.replace("ENDPOINT", slow.endpoint),
  });
});

describe("in an account with nothing", () => {
  it("says what its plans make, keeps every state and says where, when it is interrupted while buckets are being made", async () => {
    let running: ChildProcess | undefined;
    let interrupted = false;
    // Terraform waits for no answer any more: S3 makes a bucket, which gets into no state.
    aws.guard(({ action }) => {
      if (/^PUT [^?]*$/.test(action)) {
        slow.network.fault = { latency: 3_000 };
        // Once: a second one would end Terraform before it has written its state.
        if (!interrupted) interrupted = running?.kill("SIGINT") ?? false;
      }
      return undefined;
    });
    const { code, progress } = await bootstrap(["dev", "--yes"], (_, child) => {
      running = child;
    });
    aws.guard(() => undefined);
    slow.network.fault = "none";
    expect(code).toBe(1);
    for (const region of regions) expect(progress).toMatch(new RegExp(`^dev-${region}-state +9 +0 +0$`, "m"));
    expect(readFileSync(join(project, ".cache/bootstrap/dev.txt"), "utf8")).toContain(
      "# module.state.aws_s3_bucket.states_bucket will be created",
    );
    const kept = keptIn(states);
    expect(kept).not.toEqual([]);
    for (const file of kept)
      expect(progress).toContain(
        `its state is still in ${join(states, file)}; keep it, and run the same command again`,
      );
  });

  it("goes on from there, and moves each state into its own bucket", async () => {
    const { code, out, progress } = await bootstrap(["dev", "--yes"]);
    expect({
      code,
      why: code === 0 ? "" : progress,
      lines: out.split("\n").filter((line) => /: (made; )?its state is (already )?in s3:/.test(line)).length,
    }).toEqual({
      code: 0,
      why: "",
      lines: regions.length,
    });
    expect(existsSync(states) ? readdirSync(states) : []).toEqual([]);
  });

  it("leaves alone what is in its bucket already", async () => {
    const { code, out } = await bootstrap(["dev"]);
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
