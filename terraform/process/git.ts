import { runChild } from "./child";
import { childEnvironment } from "./environments";

/** How git is asked, beside where. */
interface GitOptions {
  readonly signal?: AbortSignal;
  /** Variables of git's own, such as GIT_INDEX_FILE. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** Asks git in a folder; what its exit code means is the caller's. */
export const git = (cwd: string, args: readonly string[], { signal, variables = {} }: GitOptions = {}) =>
  runChild("git", args, {
    cwd,
    environment: childEnvironment(variables),
    expected: "any",
    ...(signal === undefined ? {} : { signal }),
  });

/** The commit that somebody named by commit, branch or tag; undefined where it is none of them. */
export async function commitOf(cwd: string, ref: string, options?: GitOptions): Promise<string | undefined> {
  const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`];
  const { exitCode, stdout } = await git(cwd, args, options);
  return exitCode === 0 ? stdout.trim() : undefined;
}
