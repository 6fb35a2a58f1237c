import { statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UserError } from "../modules/core/user-error";
import { environments } from "../regions/environments";
import { drilled, type Environment } from "../regions/schema/environment";
import { commitOf, git } from "../terraform/process/git";
import { otherTemporary, whyNoneRuns } from "../terraform/process/runs-programs";
import { projectRoot } from "../terraform/project-root";
import { toolchain } from "../terraform/toolchain";
import { checkAnswers, endpointAt } from "../tools/local-aws/endpoint";
import { refuseUnmerged } from "./account/merged";
import type { Settings, Where } from "./drill";
import { findTarget } from "./find-target";
import { claimRun, reportsFolder } from "./report/run-folder";
import { makeWorkFolder } from "./work-folder";

/** What the command line says. */
export interface DrillOptions {
  readonly ref: string;
  readonly lost?: string;
  readonly target?: string;
  readonly endpoint?: string;
  readonly aws?: boolean;
  readonly keep?: boolean;
}

/** Bytes that two clones with their packages, Terraform's files and the logs take. */
const spaceNeeded = 4 * 2 ** 30;

/** What a drill is asked to do, checked, before it has an id and folders. */
export type Checked = Pick<Settings, "ref" | "commit" | "environment" | "lost" | "target" | "where" | "keep"> & {
  /** Which of how many targets it is. */
  readonly place: string;
};

/** Checks all that can be checked before anything is begun, and makes nothing. Throws a UserError for the first thing that is not so. */
export async function preflight({ ref, target, lost, keep = false, ...options }: DrillOptions): Promise<Checked> {
  const environment = drilledEnvironment();
  const found = findTarget({ ...(lost ? { lost } : {}), ...(target ? { target } : {}) }, environment);
  const where = await findWhere(options, environment);
  const commit = await resolveCommit(projectRoot, ref, { merged: where.kind === "account" });
  await checkTemporary(tmpdir());
  if (where.kind === "account") {
    const { refuseLimits } = await import("./account/refuse-limits");
    await refuseLimits({ environment, ...found });
  }
  return { ref, commit, environment, ...found, where, keep };
}

/** Gives a drill its id, a folder to work in, and one for its report. */
export function begin({ place: _, ...checked }: Checked, now: Date): Settings {
  const { run, folder } = claimRun(reportsFolder, now);
  return settingsOf({ ...checked, run }, folder);
}

/** The same with where this machine works on it; makes a folder for that. */
export function settingsOf(
  what: Omit<Settings, "repository" | "workFolder" | "reportFolder" | "logFolder" | "terraform">,
  reportFolder: string,
): Settings {
  const { terraform } = toolchain();
  const workFolder = makeWorkFolder(what.run);
  const logFolder = join(reportFolder, "logs");
  return { ...what, repository: projectRoot, workFolder, reportFolder, logFolder, terraform };
}

/** The environment that is drilled. */
export function drilledEnvironment(): Environment {
  const environment = environments.find(({ name }) => name === drilled);
  if (!environment)
    throw new UserError(`regions/environments.ts has no "${drilled}", which is what is drilled. Add it.`);
  return environment;
}

async function findWhere({ aws, endpoint }: Partial<DrillOptions>, environment: Environment): Promise<Where> {
  if (aws) return (await import("./account/the-account")).theAccount(environment);
  if (endpoint === undefined) return { kind: "own" };
  await checkAnswers(endpointAt(endpoint));
  return { kind: "endpoint", endpoint };
}

/** The commit of a ref, or only one of origin's main; refuses a dirty tree, because what is drilled is what git has. */
export async function resolveCommit(repository: string, ref: string, { merged = false } = {}): Promise<string> {
  const status = await git(repository, ["status", "--porcelain"]);
  if (status.exitCode !== 0)
    throw new UserError(
      `${repository} is not a git repository that can be read: ${status.output}. Run the drill in a clone.`,
    );
  if (status.stdout !== "")
    throw new UserError(
      `The working tree has uncommitted changes, and the drill builds from git:\n${status.stdout}\nCommit them, or put them away with \`git stash -u\`.`,
    );
  const commit = await commitOf(repository, ref);
  if (commit === undefined)
    throw new UserError(
      `--ref: "${ref}" is not a commit, branch or tag of this repository. See \`git log --oneline --all\`.`,
    );
  if (merged) await refuseUnmerged(repository, commit, "--ref");
  return commit;
}

/** Refuses a temporary folder that a drill cannot work in: without room for its clones, or from which no program runs. */
export async function checkTemporary(folder: string): Promise<void> {
  const why = await whyNoneRuns(folder);
  if (why !== undefined)
    throw new UserError(
      `No program runs from ${folder}, where the drill's clones run theirs: ${why}. To go on, ${otherTemporary}.`,
    );
  checkSpace(folder);
}

/** Refuses a disk without room for the clones. */
export function checkSpace(folder: string, space: (folder: string) => number = freeSpace): void {
  const free = space(folder);
  if (free < spaceNeeded) {
    throw new UserError(
      `${folder} has ${gib(free)} GiB free, and the drill's two clones need ${gib(spaceNeeded)}. Free some, or set TMPDIR to a larger disk.`,
    );
  }
}

const freeSpace = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};
const gib = (bytes: number): string => (bytes / 2 ** 30).toFixed(1);
