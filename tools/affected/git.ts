import { UserError } from "../../modules/core/user-error";
import { ChildFailed } from "../../terraform/process/child";
import { commitOf, git } from "../../terraform/process/git";

/** A commit to compare with, and why this one. */
export interface Base {
  readonly commit: string;
  readonly because: string;
}

/** What is asked of the repository that the project is in; nothing in it is changed. */
export class Git {
  constructor(
    private readonly folder: string,
    private readonly signal: AbortSignal,
  ) {}

  /** The commit that somebody named. */
  async named(ref: string): Promise<Base> {
    const commit = await commitOf(this.folder, ref, { signal: this.signal });
    if (commit === undefined)
      throw new UserError(
        `--since: "${ref}" is not a commit, branch or tag of this repository. git log lists commits.`,
      );
    return { commit, because: ref };
  }

  /** The commit to compare with: the one that somebody named, or the one that {@link base} finds. */
  since(ref: string | undefined): Promise<Base> {
    return ref === undefined ? this.base() : this.named(ref);
  }

  /** Where this branch has left the main one; the last commit where there is no main branch, or this is it. */
  async base(): Promise<Base> {
    for (const main of ["origin/HEAD", "origin/main", "main"]) {
      const commit = await this.answer("merge-base", "HEAD", main);
      if (commit !== undefined) return { commit, because: `where this branch left ${main}` };
    }
    return this.named("HEAD");
  }

  /** Writes the files of a commit into a folder, by an index apart from the repository's. */
  async write(commit: string, { folder, index }: { folder: string; index: string }): Promise<void> {
    for (const args of [
      ["read-tree", commit],
      ["checkout-index", "--all", `--prefix=${folder}/`],
    ]) {
      const options = { signal: this.signal, variables: { GIT_INDEX_FILE: index } };
      const { exitCode, output } = await git(this.folder, args, options);
      if (exitCode !== 0) throw new ChildFailed(`git ${args[0]} failed:\n${output}`);
    }
  }

  /** What git answers; undefined where it has no answer. */
  private async answer(...args: string[]): Promise<string | undefined> {
    const { exitCode, stdout } = await git(this.folder, args, { signal: this.signal });
    return exitCode === 0 ? stdout.trim() : undefined;
  }
}
