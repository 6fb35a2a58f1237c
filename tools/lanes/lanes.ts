import { readdirSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../../modules/core/user-error";
import { didYouMean } from "../../regions/schema/explain";
import { projectRoot } from "../../terraform/project-root";

/** Folder of the lanes: each has a folder with the packages that it replaces, and their lock file. */
export const lanesFolder = join(projectRoot, "tools/lanes");

/** The lanes: other packages that the unchanged source is synthesized with. */
export const lanes: readonly string[] = readdirSync(lanesFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

/** The lane of that name; fails for an unknown one. */
export function findLane(name: string): string {
  if (lanes.includes(name)) return name;
  throw new UserError(`"${name}" is not a known lane.${didYouMean(name, lanes)} Known: ${lanes.join(", ")}.`);
}
