import { join } from "node:path";
import { execa } from "execa";
import { UserError } from "../../modules/core/user-error";
import { childEnvironment } from "../local-aws/child-environment";
import { projectRoot } from "../project-root";

/** Synthesizes the app into a folder of its own, apart from `cdktf.out`, which others may be reading. */
export async function synthesize(folder: string): Promise<void> {
  const { exitCode, stderr } = await execa(
    process.execPath,
    [join(projectRoot, "tools/run.mjs"), "--needs", "node", "main.ts"],
    {
      cwd: projectRoot,
      env: childEnvironment({ CDKTF_OUTDIR: folder }),
      extendEnv: false,
      stdin: "ignore",
      reject: false,
    },
  );
  if (exitCode === 2) throw new UserError(stderr.replace(/^error: /m, ""));
  if (exitCode !== 0) throw new Error(`The app does not synthesize:\n${stderr}`);
}
