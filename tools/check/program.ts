import { execa } from "execa";
import { checksEnvironment } from "../../terraform/process/environments";
import { projectRoot } from "../../terraform/project-root";
import type { Part } from "./part";

/** A part that is one program of node_modules/.bin; it passed if that ended with exit code 0. */
export const program = (title: string, file: string, args: readonly string[]): Part => ({
  title,
  run: async () => {
    const { failed, all, message } = await execa(file, args, {
      cwd: projectRoot,
      preferLocal: true,
      localDir: projectRoot,
      env: checksEnvironment(),
      extendEnv: false,
      all: true,
      stdin: "ignore",
      reject: false,
    });
    return { passed: failed ? 0 : 1, failed: failed ? 1 : 0, output: failed ? all || message || "" : "" };
  },
});
