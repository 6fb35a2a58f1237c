import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { filesIn } from "../../terraform/files-in";
import { synthesizedIn } from "../checkout";
import type { Drill } from "../drill";
import type { Report } from "./schema";

export const sha256 = (content: string | Buffer): string => createHash("sha256").update(content).digest("hex");

/** Digests of what a drill ran on: synthesized files, lock files, and each saved plan that was applied. */
export function digestsOf({ found, plans }: Drill): Report["digests"] {
  const { source, recovery } = found;
  const commit = recovery ?? source;
  const locks = commit ? lockFiles.map((name) => [name, join(commit.folder, name)] as const) : [];
  return {
    synth: { source: synthOf(source?.folder), recovery: synthOf(recovery?.folder) },
    locks: Object.fromEntries(
      locks.filter(([, file]) => existsSync(file)).map(([name, file]) => [name, sha256(readFileSync(file))]),
    ),
    plans: Object.fromEntries([...plans].sort(([one], [other]) => (one < other ? -1 : 1))),
  };
}

const lockFiles = [".terraform.lock.hcl", "package-lock.json"];

/** One digest of every synthesized file, by `sha256sum` of the list that `sha256sum` prints of them. */
function synthOf(checkout: string | undefined): string | null {
  if (checkout === undefined) return null;
  const out = synthesizedIn(checkout);
  const files = filesIn(out).filter(
    (path) => /(^|\/)(manifest\.json|[^/]+\.tf\.json)$/.test(path) && !isTerraforms(path),
  );
  return files.length === 0 ? null : sha256(checksums(out, files));
}

/** What Terraform's commands, or we for them, have written beside what was synthesized. */
const isTerraforms = (path: string): boolean => /(^|\/)\.terraform\/|backend_override/.test(path);

/** A list of digests that `sha256sum --check` reads. */
export const checksums = (folder: string, files: readonly string[]): string =>
  files.map((path) => `${sha256(readFileSync(join(folder, path)))}  ${path}\n`).join("");
