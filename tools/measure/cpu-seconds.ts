import { execa } from "execa";
import { childEnvironment } from "../../terraform/process/environments";
import { projectRoot } from "../../terraform/project-root";

// A descriptor of its own: what the command prints is not to be read.
const tell = `import { writeSync } from "node:fs";
process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  writeSync(3, String((user + system) / 1e6));
});`;

/** The CPU seconds, user and system, of tools/run.mjs with these arguments. What it synthesizes goes into the folder `out`. */
export async function cpuSeconds(args: readonly string[], out: string): Promise<number> {
  const { stdio } = await execa(
    process.execPath,
    ["--import", `data:text/javascript,${encodeURIComponent(tell)}`, "tools/run.mjs", ...args],
    {
      cwd: projectRoot,
      env: childEnvironment({ CDKTF_OUTDIR: out }),
      extendEnv: false,
      stdio: ["ignore", "ignore", "inherit", "pipe"],
    },
  );
  return Number(stdio[3]);
}
