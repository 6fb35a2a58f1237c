import { join, resolve } from "node:path";
import { runChild } from "../../terraform/process/child";
import { checksEnvironment } from "../../terraform/process/environments";
import { projectRoot } from "../../terraform/project-root";
import type { Part } from "./part";

/** A program of node_modules/.bin, by its file; or the one that is named by its path. */
export const installed = (name: string): string => resolve(projectRoot, "node_modules/.bin", name);

/** TypeScript's compiler in Go, a third of the CPU of the one in JavaScript, which is kept for its API. */
export const typeChecker = join(projectRoot, "node_modules/typescript-native/bin/tsc");

/** The name of a program, or its path, and its arguments. */
type Command = readonly [name: string, ...args: string[]];

/** A part that is one program of node_modules/.bin; it passed if that ended with exit code 0. */
export const program = (title: string, [name, ...args]: Command, signal: AbortSignal): Part => ({
  title,
  run: async () => {
    const { exitCode, output } = await runChild(installed(name), args, {
      cwd: projectRoot,
      environment: checksEnvironment(),
      expected: "any",
      signal,
    });
    return exitCode === 0 ? { passed: 1, failed: 0, output: "" } : { passed: 0, failed: 1, output };
  },
});
