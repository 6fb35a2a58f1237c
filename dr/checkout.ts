import { join } from "node:path";
import type { Dependent } from "../terraform/order";
import { runChild } from "../terraform/process/child";
import { readRoots } from "../terraform/synthesized";

/** A clean clone of a commit, installed from its lock file and synthesized. */
export interface Checkout {
  readonly folder: string;
  /** Every root in it, with the roots that it depends on. */
  readonly roots: readonly Dependent[];
}

export interface CheckoutOptions {
  readonly repository: string;
  readonly commit: string;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly logFile: string;
  readonly signal: AbortSignal;
  say(line: string): void;
}

/** Clones, installs and synthesizes; nothing of the working tree or of an earlier build is used. */
export async function checkOut({ repository, commit, folder, say, ...options }: CheckoutOptions): Promise<Checkout> {
  const { environment, logFile, signal } = options;
  const run = (cwd: string, file: string, ...args: string[]) =>
    runChild(file, args, { cwd, environment, logFile, signal });
  say(`cloning ${commit.slice(0, 12)}`);
  await run(repository, "git", "clone", "--quiet", "--no-checkout", repository, folder);
  await run(folder, "git", "checkout", "--quiet", "--detach", commit);
  say("installing from the lock file");
  await run(folder, process.execPath, "tools/run.mjs", "--needs", "node");
  say("synthesizing");
  await run(folder, process.execPath, "tools/run.mjs", "--needs", "node", "main.ts");
  return { folder, roots: readRoots(synthesizedIn(folder)) };
}

/** Where a checkout is synthesized. */
export const synthesizedIn = (checkout: string): string => join(checkout, "cdktf.out");
