import { spawn } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";

const here = resolve(__dirname, "../../..");
const made: string[] = [];
const lock = { name: "shop", lockfileVersion: 3, requires: true };
const dependencies = { greeting: "file:greeting" };
const greeting = { "node_modules/greeting": { resolved: "greeting", link: true }, greeting: { version: "1.0.0" } };

/** A small project with this set-up and one dependency of its own, which lies in it. */
export function smallProject(): string {
  const root = mkdtempSync(join(tmpdir(), "set-up-"));
  made.push(root);
  const process = ["kept-variables.json", "machine-error.mjs"].map((file) => `terraform/process/${file}`);
  for (const path of ["tools/run.mjs", "tools/setup", ...process, ".terraform.lock.hcl"]) {
    cpSync(join(here, path), join(root, path), { recursive: true });
  }
  write(root, "package.json", JSON.stringify({ name: "shop", dependencies }));
  write(
    root,
    "package-lock.json",
    JSON.stringify({ ...lock, packages: { "": { name: "shop", dependencies }, ...greeting } }),
  );
  write(root, "greeting/package.json", JSON.stringify({ name: "greeting", version: "1.0.0" }));
  return root;
}

/** Removes every project made here. */
export function removeProjects(): void {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true });
}

/** Writes a file of the project, with its folder. */
export function write(root: string, path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

/** A folder of programs to put on the PATH: each a shell script, or a link where it is a path. */
export function programs(root: string, scripts: Record<string, string>): string {
  const folder = join(root, "bin");
  mkdirSync(folder, { recursive: true });
  for (const [name, script] of Object.entries(scripts)) {
    rmSync(join(folder, name), { force: true });
    if (script.startsWith("/")) symlinkSync(script, join(folder, name));
    else {
      writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
      chmodSync(join(folder, name), 0o755);
    }
  }
  return folder;
}

/** PATH with the folder in front. */
export const inFront = (folder: string): { PATH: string } => ({ PATH: `${folder}${delimiter}${process.env.PATH}` });

/** What a run of Node.js printed, and its exit code. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs node in the project; `signalWhen` ends it by SIGTERM as soon as that holds. */
export function node(
  root: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
  signalWhen?: () => boolean,
): Promise<Ended> {
  return new Promise((done, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env } });
    const output = { stdout: "", stderr: "" };
    child.stdout.on("data", (text) => (output.stdout += text));
    child.stderr.on("data", (text) => (output.stderr += text));
    const watch = setInterval(() => signalWhen?.() && child.kill("SIGTERM"), 50);
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(watch);
      done({ code, ...output });
    });
  });
}

/** Runs the set-up for synth only, and what follows. */
export const setUpNode = (root: string, args: string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Ended> =>
  node(root, ["tools/run.mjs", "--needs", "node", ...args], env);
