import { copyFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Published, publishedModules } from "../../terraform/published";
import { exampleSynthesized } from "../support/example";

const made: string[] = [];

/** A folder for a root of one's own, with the lock file and one module of each tier in `modules/`, as synthesized. */
export function folderWithModules(): { folder: string; modules: Published[] } {
  const folder = mkdtempSync(join(tmpdir(), "root-"));
  made.push(folder);
  copyFileSync(resolve(__dirname, "../../.terraform.lock.hcl"), join(folder, ".terraform.lock.hcl"));
  const modules = publishedModules(exampleSynthesized(), "prod");
  for (const module of modules) cpSync(module.folder, join(folder, "modules", module.tier), { recursive: true });
  return { folder, modules };
}

/** Removes every folder made here. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}
