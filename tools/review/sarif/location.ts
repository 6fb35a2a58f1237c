import { existsSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../../terraform/project-root";

/**
 * The file of the repository that a finding is shown at, since code scanning shows none without: that which makes the tier of
 * a root of ours; of any other root, a file that stands for its configuration. What is about a file is shown there.
 */
export function locationOf(root: string): string {
  if (/\.(ts|json)$/.test(root)) return root;
  const tier = `modules/${root.split("-").at(-1)}/tier.ts`;
  return existsSync(join(projectRoot, tier)) ? tier : "main.tf";
}
