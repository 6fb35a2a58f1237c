import { UserError } from "../../modules/core/user-error";
import { commitOf, git } from "../../terraform/process/git";

/**
 * Refuses a commit that is not in origin's main branch: in an account only what was reviewed may run, and any machine must
 * be able to clean up from it. `place` names where the commit was asked for. Asks no network: what was last fetched counts.
 */
export async function refuseUnmerged(repository: string, commit: string, place: string): Promise<void> {
  const main = "refs/remotes/origin/main";
  const known = await commitOf(repository, main);
  const merged = known && (await git(repository, ["merge-base", "--is-ancestor", commit, main])).exitCode === 0;
  if (!merged)
    throw new UserError(
      `${place}: ${commit.slice(0, 12)} is not in origin/main, and in an account only commits of main are built. ` +
        "Merge it, or fetch what is merged with all of its history: git fetch origin main (--unshallow).",
    );
}
