import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../../../terraform/project-root";

const folder = join(projectRoot, "__tests__/tools/review/corpus");

/** A case whose plan is made on a local AWS: the folder with its two versions of code, its plan and what is expected of a review. */
export interface MadeCase {
  readonly name: string;
  readonly folder: string;
}

/** Every case that has two versions of code; those of `unseen` were written without the rules at hand. */
export const madeCases: readonly MadeCase[] = readdirSync(folder, { withFileTypes: true })
  .filter((kind) => kind.isDirectory())
  .flatMap((kind) =>
    readdirSync(join(folder, kind.name))
      .filter((name) => existsSync(join(folder, kind.name, name, "after.tf")))
      .map((name) => ({ name: `${kind.name}/${name}`, folder: join(folder, kind.name, name) })),
  );
