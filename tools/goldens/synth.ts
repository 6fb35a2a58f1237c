import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execaSync } from "execa";
import { projectRoot } from "../project-root";

/** Synthesizes everything into a folder of the caller's. */
export function synthInto(out: string): void {
  execaSync(process.execPath, ["tools/run.mjs", "--needs", "node", "main.ts"], {
    cwd: projectRoot,
    env: { CDKTF_OUTDIR: out },
  });
}

/** Synthesizes everything into a folder of its own, which is gone after `use`. */
export function withSynth<T>(use: (out: string) => T): T {
  const out = mkdtempSync(join(tmpdir(), "synth-"));
  try {
    synthInto(out);
    return use(out);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
