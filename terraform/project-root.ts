import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of the project, wherever the caller's working directory is. */
export const projectRoot = nearest(process.argv[1] ?? process.cwd());

// Not from this file's own place, which is .cache/build once it is bundled.
function nearest(path: string): string {
  if (existsSync(join(path, "tools/run.mjs"))) return path;
  return dirname(path) === path ? process.cwd() : nearest(dirname(path));
}

/** Where cdktf looks for what was synthesized (`output` of cdktf.json). */
export const synthFolder = join(projectRoot, "cdktf.out");
