import { hostname, userInfo } from "node:os";
import { git } from "../../terraform/process/git";
import type { Report } from "./schema";

/** Who ran a drill, where, and what made them. */
export type Origin = Pick<Report, "trigger" | "actor" | "host" | "repository" | "ciRun">;

type Variables = Readonly<Record<string, string | undefined>>;

/** What GitHub's environment says of the run, or else this machine. */
export async function originOf(repository: string, env: Variables = process.env): Promise<Origin> {
  const { GITHUB_ACTOR, GITHUB_REPOSITORY, GITHUB_RUN_ID, RUNNER_NAME } = env;
  const server = env.GITHUB_SERVER_URL ?? "https://github.com";
  const url = GITHUB_REPOSITORY === undefined ? await remoteOf(repository) : `${server}/${GITHUB_REPOSITORY}`;
  return {
    trigger: triggerOf(env),
    actor: GITHUB_ACTOR ?? userName(),
    host: RUNNER_NAME ?? hostname(),
    repository: url,
    ciRun: GITHUB_REPOSITORY && GITHUB_RUN_ID ? `${url}/actions/runs/${GITHUB_RUN_ID}` : null,
  };
}

function triggerOf({ GITHUB_EVENT_NAME, CI }: Variables): Origin["trigger"] {
  if (GITHUB_EVENT_NAME === "schedule") return "schedule";
  if (GITHUB_EVENT_NAME === "workflow_dispatch") return "manual";
  return GITHUB_EVENT_NAME || CI ? "ci" : "manual";
}

/** A user without an entry in the list of users has no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? "unknown"}`;
  }
}

/** Where the repository was cloned from, without a name or a password that its address has. */
async function remoteOf(cwd: string): Promise<string | null> {
  const { exitCode, stdout } = await git(cwd, ["remote", "get-url", "origin"]).catch(() => ({
    exitCode: 1,
    stdout: "",
  }));
  return exitCode === 0 ? withoutCredentials(stdout.trim()) : null;
}

/** An address without what comes before its `@`, but for the user of SSH's own form, which is no secret. */
export const withoutCredentials = (address: string): string => address.replace(/^([a-z+]+:\/\/)[^/@]*@/, "$1");
