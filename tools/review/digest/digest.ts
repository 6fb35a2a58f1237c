import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesIn } from "../../../terraform/files-in";
import { essenceOf } from "../../../terraform/plan/essence";
import { readPlan } from "../../../terraform/plan/read";
import { readRootFile } from "../../../terraform/root-file";
import type { PlanDigest } from "../result";

/** What binds a review to what is applied: a root as it was synthesized, with its lock file, and what its plan does. */
export const digestOf = (folder: string, json: unknown): PlanDigest => ({
  files: filesDigest(folder),
  changes: sha256(canonical(essenceOf(readPlan(json, folder)))),
});

/** The part of it that is known before anything is planned. */
export const filesDigest = (folder: string): string => sha256(filesOf(folder).join("\n"));

/** The files of a synthesized root, the lock of its providers included, and of the modules that it calls: `path sha256`. */
function filesOf(folder: string): string[] {
  const modules = Object.values(readRootFile(folder).module).map(({ source }) => String(source));
  return ["", ...new Set(modules)]
    .sort()
    .flatMap((part) =>
      filesIn(join(folder, part)).map(
        (name) => `${join(part, name)} ${sha256(readFileSync(join(folder, part, name)))}`,
      ),
    );
}

const sha256 = (content: string | Buffer): string => `sha256:${createHash("sha256").update(content).digest("hex")}`;

/** JSON whose fields are in an order that depends on their names only. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
