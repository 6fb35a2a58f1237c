import { execFileSync, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../../terraform/project-root";
import { marked } from "./marked";

/** Builds a script, of this folder unless another is given, and gives its file; inside the project, where its packages are found. */
export function built(name: string, from = __dirname): string {
  const folder = join(projectRoot, ".cache/test-scripts");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.${process.pid}.mjs`);
  const options = ["--bundle", "--packages=external", "--platform=node", "--target=node20", "--format=esm"];
  execFileSync(join(projectRoot, "node_modules/.bin/esbuild"), [
    join(from, `${name}.ts`),
    ...options,
    "--log-level=error",
    `--outfile=${file}`,
  ]);
  return file;
}

/** A script that runs in a process group of its own, with a mark that all of its children carry. */
export function runScript(file: string, ...args: string[]) {
  const mark = marked();
  const script = spawn(process.execPath, [file, ...args], {
    env: { ...process.env, ...mark.environment },
    stdio: "pipe",
    detached: true,
  });
  let output = "";
  for (const stream of [script.stdout, script.stderr]) stream.on("data", (chunk) => (output += chunk));
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    script.once("close", (code, signal) => resolve({ code, signal })),
  );
  return {
    mark,
    ended,
    pid: script.pid ?? 0,
    output: () => output,
    /** Writes a line to its standard input; without one, closes it. */
    write: (line?: string) => void (line === undefined ? script.stdin.end() : script.stdin.write(line)),
    /** Closes our end of what it prints to. */
    hangUp: () => {
      script.stdout.destroy();
      script.stderr.destroy();
    },
    /** Waits until it has printed something; fails with all that it printed when it ends before, or takes too long. */
    printed: async (what: string | RegExp, withinMs = 300_000): Promise<void> => {
      const deadline = Date.now() + withinMs;
      while (!output.match(what)) {
        if (script.exitCode !== null || Date.now() > deadline) throw new Error(`no "${what}" in:\n${output}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}
