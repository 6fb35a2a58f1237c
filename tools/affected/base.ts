import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UserError } from "../../modules/core/user-error";
import { runChild } from "../../terraform/process/child";
import { childEnvironment } from "../../terraform/process/environments";
import { projectRoot } from "../../terraform/project-root";
import { keptSynth } from "../current-synth";
import { Git } from "./git";

/** What a commit synthesizes, with its own sources and packages, in a folder that is only to be read. */
export const synthOf = (commit: string, signal: AbortSignal): Promise<string> =>
  keptSynth(commit, async (out) => {
    const folder = mkdtempSync(join(tmpdir(), "affected-"));
    const remove = (): void => rmSync(folder, { recursive: true, force: true });
    process.once("exit", remove);
    try {
      const project = join(folder, "project");
      await new Git(projectRoot, signal).write(commit, { folder: project, index: join(folder, "index") });
      linkPackages(project);
      await synthesize(project, { out, commit, signal });
    } finally {
      remove();
    }
  });

async function synthesize(
  project: string,
  { out, commit, signal }: { out: string; commit: string; signal: AbortSignal },
): Promise<void> {
  if (!existsSync(join(project, "tools/run.mjs")))
    throw new UserError(`${commit.slice(0, 12)} has no tools/run.mjs to synthesize it with. Choose a later commit.`);
  const { exitCode, output } = await runChild(process.execPath, ["tools/run.mjs", "--needs", "node", "main.ts"], {
    cwd: project,
    environment: childEnvironment({ CDKTF_OUTDIR: out }),
    signal,
    expected: "any",
  });
  if (exitCode !== 0) throw new UserError(`${commit.slice(0, 12)} does not synthesize:\n${output.trim()}`);
}

/**
 * Gives a project our packages if its lock file asks for the same; otherwise its set-up installs its own.
 *
 * Link by link: if npm ever cleaned this folder, it would remove links only.
 */
function linkPackages(project: string): void {
  const [own, its] = [projectRoot, project].map((root) => readFileSync(join(root, "package-lock.json"), "utf8"));
  if (own !== its) return;
  mkdirSync(join(project, "node_modules"));
  for (const name of readdirSync(join(projectRoot, "node_modules")))
    symlinkSync(join(projectRoot, "node_modules", name), join(project, "node_modules", name));
}
