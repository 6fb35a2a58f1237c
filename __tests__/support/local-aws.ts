import { spawn } from "node:child_process";
import { existsSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import getPort from "get-port";
import { childEnvironment, localEnvironment } from "../../terraform/process/environments";
import { projectRoot } from "../../terraform/project-root";
import { toolchain } from "../../terraform/toolchain";
import { type GatedAws, openGate } from "../../tools/gate/gated-aws";
import { standing } from "../../tools/gate/upstream";
import { emulator } from "../../tools/local-aws/emulator";
import { dnsOf } from "../../tools/local-aws/moto";
import { checkedOnInit } from "./checked-on-init";
import { runFolder } from "./once";

/**
 * A local AWS with nothing in it, behind a gate of the caller's own.
 *
 * Its moto is the jest worker's: it goes on to the worker's next test file, which empties it. `stop()` ends the gate only.
 */
export async function emptyLocalAws(account = "123456789012"): Promise<GatedAws> {
  const file = join(runFolder(), `moto-${process.env.JEST_WORKER_ID}-${account}`);
  if (!existsSync(file)) writeFileSync(file, await startMoto(account, `${file}.log`));
  const url = readFileSync(file, "utf8");
  const { ok } = await fetch(`${url}/moto-api/reset`, { method: "POST" });
  if (!ok) throw new Error(`The moto at ${url} does not let itself be emptied.`);
  const dns = dnsOf(new URL(url));
  await dns.lose([]);
  return openGate({ ...standing(emulator({ url: new URL(url) })), dns }, (gate) => ({
    ...localEnvironment(gate, false),
    TF_CLI_CONFIG_FILE: checkedOnInit(),
  }));
}

/** Starts moto as a child that nothing of this test file holds on to; it ends with the worker. */
async function startMoto(account: string, log: string): Promise<string> {
  const port = await getPort({ host: "127.0.0.1" });
  const server = join(projectRoot, "tools/local-aws/moto/server.py");
  const output = openSync(log, "a");
  const child = spawn(toolchain().python, [server, "--port", String(port), "--exit-with-parent"], {
    env: childEnvironment({ MOTO_ACCOUNT_ID: account, PYTHONUNBUFFERED: "1" }),
    detached: true,
    stdio: ["ignore", output, output],
  });
  child.unref();
  while (!readFileSync(log, "utf8").includes(" listens on ")) {
    if (child.exitCode !== null) throw new Error(`moto has ended:\n${readFileSync(log, "utf8")}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return `http://127.0.0.1:${port}`;
}
