import { rmSync } from "node:fs";
import { join } from "node:path";
import { checkers } from "./checkers.mjs";
import { stopOnSignal } from "./child.mjs";
import { cliConfigFile, writeCliConfig } from "./cli-config.mjs";
import { writeIfChanged } from "./files.mjs";
import { localAws, motoVersion } from "./local-aws.mjs";
import { lock } from "./lock.mjs";
import { packages } from "./packages.mjs";
import { checkPlatform } from "./platform.mjs";
import { provider } from "./provider.mjs";
import { pin, terraform } from "./terraform.mjs";

/** What each kind of run needs: the app alone, commands that start no other program, the other commands, the tests. */
const stepsFor = {
  node: { packages },
  packages: { packages },
  all: { packages, terraform, provider, localAws },
  checks: { packages, terraform, provider, localAws, checkers },
};

const say = (line) => process.stderr.write(`setup: ${line}\n`);

/** Does what is missing of the set-up in the project at `root`, and says in one line what is ready. */
export async function setUp(project) {
  checkPlatform(pin(project.root));
  const steps = stepsFor[project.needs];
  const packagesOnly = !("terraform" in steps);
  // A mirror that the caller names and that will not do is refused before anything is installed.
  if (!packagesOnly) provider.current(project);
  const ready = (await whatIsReady(steps, project)) ?? (await underLock(project, () => makeMissing(steps, project)));
  return packagesOnly ? "ready: node_modules" : record(project, ready);
}

/** What the set-up would install, in words; it writes nothing. */
export async function toSetUp(project) {
  const looking = { ...project, looking: true };
  const titles = [];
  for (const step of Object.values(stepsFor[project.needs]))
    if (!(await step.current(looking))) titles.push(step.title(project));
  return titles;
}

async function whatIsReady(steps, project) {
  const ready = {};
  for (const [name, step] of Object.entries(steps)) {
    ready[name] = await step.current(project);
    if (!ready[name]) return undefined;
  }
  return ready;
}

async function makeMissing(steps, project) {
  const ready = {};
  for (const [name, step] of Object.entries(steps)) {
    ready[name] = (await step.current(project)) ?? (await timed(step.title(project), () => step.make(project, ready)));
  }
  return ready;
}

async function underLock(project, work) {
  const temporary = join(project.root, ".cache/tmp");
  const release = await lock(join(project.root, ".cache/setup.lock"), say);
  const leave = () => {
    rmSync(temporary, { recursive: true, force: true });
    release();
  };
  const listenNoMore = stopOnSignal(leave);
  try {
    rmSync(temporary, { recursive: true, force: true });
    return await work();
  } finally {
    leave();
    listenNoMore();
  }
}

async function timed(title, work) {
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;
  const line = `setup: ${title} … `;
  process.stderr.write(line);
  // A line that stands still for minutes looks like a program that hangs.
  const again = process.stderr.isTTY ? `\r${line}` : "";
  const timer = setInterval(() => again && process.stderr.write(`${again}${Math.round(seconds())} s`), 1_000);
  try {
    const made = await work();
    process.stderr.write(`${again}${seconds().toFixed(1)} s\n`);
    return made;
  } catch (error) {
    process.stderr.write(`${again}failed after ${seconds().toFixed(1)} s\n`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/** Leaves what terraform/toolchain.ts reads. */
function record(project, { terraform, provider, localAws }) {
  const { root } = project;
  if (writeCliConfig(root, provider)) say(`Terraform's CLI configuration: hashicorp/aws comes from ${provider}`);
  const toolchain = {
    terraform: terraform.path,
    terraformVersion: terraform.version,
    terraformCliConfig: cliConfigFile(root),
    python: localAws.python,
    node: process.execPath,
  };
  writeIfChanged(join(root, ".cache/toolchain.json"), `${JSON.stringify(toolchain, null, 2)}\n`);
  return `ready: Terraform ${terraform.version} (${terraform.path}), hashicorp/aws from ${provider}, moto ${motoVersion(project)} (.cache/venv)`;
}
