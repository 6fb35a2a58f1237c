import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { DescribeVpcsCommand, EC2Client } from "@aws-sdk/client-ec2";
import { startLocalAws } from "../../../tools/local-aws/local-aws";
import { until } from "../../support/until";
import { childrenOf, runs } from "./children";

// A worker's test files share a local AWS, which may run already.
const before = childrenOf(process.pid).map(({ pid }) => pid);
const started = () => childrenOf(process.pid).filter(({ pid }) => !before.includes(pid));

const credentials = { accessKeyId: "testing", secretAccessKey: "testing" };

it("stop leaves no process and no open port, and may be called twice", async () => {
  const aws = await startLocalAws();
  const [moto] = started();
  expect(moto).toBeDefined();
  await Promise.all([aws.stop(), aws.stop()]);
  await aws.stop();

  expect(started()).toEqual([]);
  expect(await aws.ended).toContain("has ended");
  await expect(fetch(aws.endpoint)).rejects.toThrow();
});

it("tells who calls, at once, that moto has died and what it said last", async () => {
  const aws = await startLocalAws();
  try {
    const [moto] = started();
    process.kill(moto?.pid ?? 0, "SIGKILL");
    expect(await aws.ended).toContain("SIGKILL");

    const call = new EC2Client({ region: "eu-west-1", endpoint: aws.endpoint, credentials }).send(
      new DescribeVpcsCommand({}),
    );
    await expect(call).rejects.toMatchObject({
      message: expect.stringContaining("SIGKILL"),
      $metadata: { attempts: 1 },
    });
  } finally {
    await aws.stop();
  }
});

it("gives up the start when told to, and leaves no process", async () => {
  const starting = new AbortController();
  const start = startLocalAws({ signal: starting.signal });
  await until(() => started().length === 1);
  starting.abort();
  await expect(start).rejects.toMatchObject({ name: "AbortError" });
  expect(started()).toEqual([]);
});

it("fails when the port is taken, and leaves no process", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const address = other.address();
  const port = typeof address === "object" && address ? address.port : 0;
  try {
    await expect(startLocalAws({ port })).rejects.toMatchObject({
      name: "UserError",
      message: expect.stringMatching(
        new RegExp(`^--port: ${port} cannot be used \\(.*EADDRINUSE.*\\)\\. Give a free one`),
      ),
    });
    expect(started()).toEqual([]);
  } finally {
    other.close();
  }
});

describe("./shop local-aws", () => {
  const launched: ChildProcess[] = [];
  afterEach(() => {
    for (const launcher of launched.splice(0)) launcher.kill("SIGKILL");
  });

  /** Starts it and gives the lines that it printed, its process and moto's. */
  async function launch(...args: string[]) {
    const launcher = spawn(process.execPath, ["shop", "local-aws", ...args]);
    launched.push(launcher);
    const exit = once(launcher, "exit");
    const lines: string[] = [];
    for await (const line of createInterface(launcher.stdout)) {
      lines.push(line);
      if (line.startsWith("export TF_CLI_CONFIG_FILE=")) break;
    }
    const [moto] = childrenOf(launcher.pid ?? 0);
    return { launcher, exit, lines, moto: moto?.pid ?? 0 };
  }

  it("prints an environment that a shell can take over, and ends with Ctrl-C", async () => {
    const { launcher, exit, lines, moto } = await launch("--account", "111122223333");
    expect(runs(moto)).toBe(true);
    const script = `${lines.join("\n")}\nprintf '%s ' "$AWS_ENDPOINT_URL" "$AWS_ACCESS_KEY_ID" "\${AWS_PROFILE-unset}"`;
    const env = { PATH: process.env.PATH, AWS_ACCESS_KEY_ID: "real" };
    expect(execFileSync("sh", ["-c", script], { env, encoding: "utf8" })).toMatch(
      /^http:\/\/127\.0\.0\.1:\d+ testing unset $/,
    );

    launcher.kill("SIGINT");
    expect(await exit).toEqual([0, null]);
    expect(runs(moto)).toBe(false);
  });

  it("ends at the second Ctrl-C even if moto does not want to", async () => {
    const { launcher, exit, moto } = await launch();
    process.kill(moto, "SIGSTOP");
    launcher.kill("SIGINT");
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(runs(moto)).toBe(true);
    launcher.kill("SIGINT");
    expect(await exit).toEqual([1, null]);
    await until(() => !runs(moto));
  });

  it("takes moto with it when it is killed", async () => {
    const { launcher, moto } = await launch();
    launcher.kill("SIGKILL");
    await until(() => !runs(moto));
  });

  it.each([
    [["--port", "0"], "Not a port, 1 to 65535."],
    [["--account", "12"], "Not an account: 12 digits."],
    [["--endpoint", "http://10.0.0.1:4566"], '"http://10.0.0.1:4566" is not on this machine'],
    [["--endpoint", "http://127.0.0.1:1", "--account", "111122223333"], "cannot be used with"],
  ])("fails with exit code 2 for %p", async (args, message) => {
    const launcher = spawn(process.execPath, ["shop", "local-aws", ...args]);
    let said = "";
    launcher.stderr.on("data", (chunk) => {
      said += chunk;
    });
    expect(await once(launcher, "close")).toEqual([2, null]);
    expect(said).toContain(message);
    expect(said).not.toContain("    at ");
  });
});
