import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { UserError } from "../../modules/core/user-error";
import { makeFolder } from "../../terraform/make-folder";
import { git } from "../../terraform/process/git";

/** A file of the project as it is, and as it is to be. */
export interface Change {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Refuses files with changes that git does not have: they could not be had back. */
export async function refuseUncommitted(root: string, paths: readonly string[]): Promise<void> {
  const { exitCode, stdout } = await git(root, ["status", "--porcelain", "--", ...paths]);
  if (exitCode !== 0 || stdout === "") return; // outside of git there is nothing to compare with
  throw new UserError(`There are uncommitted changes:\n${stdout}\nCommit them, or add --yes to write over them.`);
}

/** What changes in a file, as a unified diff without its header. */
export async function diffOf({ path, before, after }: Change): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "diff-"));
  try {
    for (const [side, text] of [
      ["before", before],
      ["after", after],
    ] as const) {
      makeFolder(join(folder, side, dirname(path)));
      writeFileSync(join(folder, side, path), text);
    }
    const sides = [join("before", path), join("after", path)];
    const { stdout } = await git(folder, ["diff", "--no-index", "--no-color", ...sides]);
    return stdout.slice(Math.max(0, stdout.search(/^@@/m)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Writes all of them or none: each beside its place, and then all into it. */
export function writeAll(root: string, changes: readonly Change[]): void {
  const part = (path: string): string => join(root, `${path}.part`);
  const done: Change[] = [];
  try {
    for (const { path, after } of changes) writeFileSync(part(path), after);
    for (const change of changes) {
      renameSync(part(change.path), join(root, change.path));
      done.push(change);
    }
  } catch (error) {
    for (const { path, before } of done) writeFileSync(join(root, path), before);
    throw error;
  } finally {
    for (const { path } of changes) rmSync(part(path), { force: true });
  }
}

/** The text of a file of the project; undefined where it is not there. */
export function textOf(root: string, path: string): string | undefined {
  try {
    return readFileSync(join(root, path), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
