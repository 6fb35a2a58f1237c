import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Makes the folder that a drill works in, which says whose it is. */
export function makeWorkFolder(run: string): string {
  const folder = mkdtempSync(join(tmpdir(), `${run}-`));
  writeFileSync(join(folder, "pid"), String(process.pid));
  return folder;
}

/** The folders of drills on this machine that have ended without removing them. */
export const abandonedFolders = (temporary = tmpdir()): string[] =>
  readdirSync(temporary)
    .filter((name) => /^dr-\d{10}-/.test(name))
    .map((name) => join(temporary, name))
    .filter((folder) => !isAtWork(folder));

function isAtWork(folder: string): boolean {
  try {
    process.kill(Number(readFileSync(join(folder, "pid"), "utf8")), 0);
    return true;
  } catch (error) {
    // Somebody else's process is one, too; a folder that says nothing is nobody's.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
