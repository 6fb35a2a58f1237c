import { rmSync } from "node:fs";
import type { Drill } from "./drill";
import { whatIsLeft } from "./what-is-left";

/** Says what is left, and removes the clones unless they are needed for removing that. */
export function leave(drill: Drill): void {
  const { workFolder } = drill.settings;
  const left = whatIsLeft(drill);
  if (left !== "") return void process.stderr.write(left);
  try {
    rmSync(workFolder, { recursive: true, force: true, maxRetries: 3 });
  } catch (error) {
    process.stderr.write(`${workFolder} cannot be removed: ${error}\nRemove it: rm -rf ${workFolder}\n`);
  }
}
