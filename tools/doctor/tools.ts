import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { messageOf } from "../../terraform/failures";
import { runChild } from "../../terraform/process/child";
import { childEnvironment } from "../../terraform/process/environments";
import { git } from "../../terraform/process/git";
import { otherTemporary, whyNoneRuns } from "../../terraform/process/runs-programs";
import { projectRoot } from "../../terraform/project-root";
import { type Finding, of } from "./finding";

const { ok, wrong, notKnown } = of("tools");
const missing = z.object({ missing: z.array(z.string()) });

/** Whether this machine has what the commands need: the set-up, git, and a folder for what they run. */
export async function toolFindings(): Promise<Finding[]> {
  return [await setUp(), await repository(), await temporaryFolder()];
}

async function setUp(): Promise<Finding> {
  const args = [join(projectRoot, "shop"), "setup", "--dry-run", "--json"];
  try {
    const { stdout } = await runChild(process.execPath, args, { cwd: projectRoot, environment: childEnvironment() });
    const titles = missing.parse(JSON.parse(stdout)).missing;
    return titles.length === 0
      ? ok("packages, Terraform and the local AWS are installed")
      : wrong(`not installed: ${titles.join("; ")}`, "run ./shop setup");
  } catch (error) {
    return notKnown(`the set-up does not say what is missing: ${messageOf(error)}`, "run ./shop setup");
  }
}

/** A drill works in clones of this repository, so git has to agree to read it without the caller's variables. */
async function repository(): Promise<Finding> {
  try {
    const { exitCode, output } = await git(projectRoot, ["rev-parse", "--verify", "HEAD"]);
    if (exitCode === 0) return ok("git reads this repository");
    const why = output.trim().split("\n")[0];
    return /dubious ownership/.test(output)
      ? wrong(`git: ${why}`, `git config --global --add safe.directory ${projectRoot}`)
      : wrong(`git: ${why}`, "clone the repository with git; a drill and ./shop affected need a commit");
  } catch (error) {
    return notKnown(`git cannot be asked: ${messageOf(error)}`, "install git, so that it is on PATH");
  }
}

/** A drill's clones run their packages' programs from the folder that it makes here. */
export async function temporaryFolder(temporary = tmpdir()): Promise<Finding> {
  const why = await whyNoneRuns(temporary);
  return why === undefined
    ? ok(`programs run from ${temporary}`)
    : wrong(`no program runs from ${temporary}, where a drill works: ${why}`, otherTemporary);
}
