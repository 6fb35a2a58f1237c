import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { execa } from "execa";
import getPort from "get-port";
import { UserError } from "../../modules/core/user-error";
import { childEnvironment } from "../../terraform/process/environments";
import { projectRoot } from "../../terraform/project-root";
import { toolchain } from "../../terraform/toolchain";
import type { Behind } from "../gate/upstream";
import { emulator } from "./emulator";
import { LastLines } from "./last-lines";

/** Starts moto on a free loopback port, its name server on the same one over UDP, and waits until it answers. */
export async function startMoto(account: string, signal?: AbortSignal): Promise<Behind> {
  // Another program may take the port between our look and moto's.
  for (let attempt = 1; ; attempt++) {
    try {
      return await launch(account, await getPort({ host: "127.0.0.1" }), signal);
    } catch (error) {
      if (attempt === 3 || !String(error).includes("cannot listen")) throw error;
    }
  }
}

async function launch(account: string, port: number, signal?: AbortSignal): Promise<Behind> {
  const url = new URL(`http://127.0.0.1:${port}`);
  const server = join(projectRoot, "tools/local-aws/moto/server.py");
  const child = execa(
    toolchain().python,
    [server, "--host", "127.0.0.1", "--port", String(port), "--exit-with-parent"],
    {
      env: childEnvironment({ ...motoSettings, MOTO_ACCOUNT_ID: account, LOCAL_AWS_NODE: process.execPath }),
      extendEnv: false,
      // A group of its own: Ctrl-C must not reach it, what was stood up in it is destroyed first.
      detached: true,
      stdin: "ignore",
      buffer: false,
      reject: false,
    },
  );
  const lines = new LastLines(20);
  child.stdout.resume();
  child.stderr.on("data", (chunk: Buffer) => lines.add(chunk));

  const ended = child.then(({ signal: by, exitCode, originalMessage }) => {
    const how = by ?? (exitCode === undefined ? originalMessage : `exit code ${exitCode}`);
    return `moto, the local AWS, has ended (${how})${lines}`;
  });
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  void ended.then(() => process.off("exit", kill));

  let stopping = false;
  const stop = async () => {
    child.kill(stopping ? "SIGKILL" : "SIGTERM");
    stopping = true;
    const timer = setTimeout(kill, 5_000);
    await ended;
    clearTimeout(timer);
  };
  const gone = ended.then((words) => Promise.reject(new UserError(words)));
  gone.catch(() => {});
  try {
    await Promise.race([ready(url, signal), gone]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { upstream: emulator({ url }), dns: dnsOf(url), ended, stop };
}

const motoSettings = {
  MOTO_IAM_LOAD_MANAGED_POLICIES: "true",
  MOTO_ACM_VALIDATION_WAIT: "1",
  AWS_EC2_METADATA_DISABLED: "true",
  PYTHONUNBUFFERED: "1",
  PYTHONDONTWRITEBYTECODE: "1",
};

/** The name server of a moto: on the same port, over UDP. */
export const dnsOf = (url: URL): NonNullable<Behind["dns"]> => ({
  nameServer: url.host,
  lose: async (regions) => {
    const answer = await fetch(new URL("/local-aws/off", url), { method: "PUT", body: regions.join("\n") });
    if (!answer.ok) throw new Error(`the local AWS was not told which regions are off: ${answer.status}`);
  },
});

async function ready(url: URL, signal?: AbortSignal): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    signal?.throwIfAborted();
    if (Date.now() > deadline) throw new UserError(`moto did not answer at ${url.origin} within 60 s`);
    const answer = await fetch(new URL("/moto-api/data.json", url)).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await sleep(100);
  }
}
