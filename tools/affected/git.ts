import { UserError } from "../../modules/core/user-error";
import { runChild } from "../../terraform/process/child";
import { childEnvironment } from "../../terraform/process/environments";

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
    const commit = await this.commit(ref);
    if (commit === undefined)
      throw new UserError(
        `--since: "${ref}" is not a commit, branch or tag of this repository. git log lists commits.`,
      );
    return { commit, because: ref };
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
    const apart = { GIT_INDEX_FILE: index };
    await this.run(["read-tree", commit], apart);
    await this.run(["checkout-index", "--all", `--prefix=${folder}/`], apart);
  }

  private readonly commit = (ref: string): Promise<string | undefined> =>
    this.answer("rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`);

  /** What git answers; undefined where it has no answer. */
  private async answer(...args: string[]): Promise<string | undefined> {
    const { exitCode, stdout } = await this.run(args, {}, "any");
    return exitCode === 0 ? stdout.trim() : undefined;
  }

  private run(args: readonly string[], additions: Record<string, string>, expected: readonly number[] | "any" = [0]) {
    return runChild("git", args, {
      cwd: this.folder,
      environment: childEnvironment(additions),
      signal: this.signal,
      expected,
    });
  }
}
