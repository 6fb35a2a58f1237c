import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execaSync } from "execa";
import { UserError } from "../modules/core/user-error";
import { childEnvironment } from "./process/environments";
import { projectRoot } from "./project-root";

/** Synthesizes everything into a folder of the caller's, apart from `cdktf.out`, which others may be reading. */
export function synthInto(out: string): void {
  const { exitCode, stderr } = execaSync(
    process.execPath,
    [join(projectRoot, "tools/run.mjs"), "--needs", "node", "main.ts"],
    {
      cwd: projectRoot,
      env: childEnvironment({ CDKTF_OUTDIR: out }),
      extendEnv: false,
      stdin: "ignore",
      reject: false,
    },
  );
  if (exitCode === 2) throw new UserError(stderr.replace(/^error: /m, ""));
  if (exitCode !== 0) throw new Error(`The app does not synthesize:\n${stderr}`);
}

/** Synthesizes everything into a folder of its own, which is gone after `use`. */
export async function withSynth<T>(use: (out: string) => T | Promise<T>): Promise<T> {
  const out = mkdtempSync(join(tmpdir(), "synth-"));
  try {
    synthInto(out);
    return await use(out);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
