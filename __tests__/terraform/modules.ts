import { copyFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { synthesized } from "../support/synthesized";

const made: string[] = [];

/** A folder for a root of one's own, with the lock file and one module of each tier in `modules/`, as synthesized. */
export function folderWithModules(): string {
  const folder = mkdtempSync(join(tmpdir(), "consumer-"));
  made.push(folder);
  copyFileSync(resolve(__dirname, "../../.terraform.lock.hcl"), join(folder, ".terraform.lock.hcl"));
  const prod = join(synthesized(), "modules/prod");
  for (const region of readdirSync(prod)) cpSync(join(prod, region), join(folder, "modules"), { recursive: true });
  return folder;
}

/** Removes every folder made here. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}
