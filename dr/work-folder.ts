import { mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { isAlive } from "../terraform/process/lock";
import { isRunId } from "./run-id";

/** Makes the folder that a drill works in, which says whose it is. */
export function makeWorkFolder(run: string): string {
  const unnamed = mkdtempSync(join(tmpdir(), `.${run}-`));
  writeFileSync(join(unnamed, "pid"), String(process.pid));
  // A clean-up beside this one would take a folder that does not say whose it is for nobody's.
  const folder = join(tmpdir(), basename(unnamed).slice(1));
  renameSync(unnamed, folder);
  return folder;
}

/** The folders of drills on this machine that have ended without removing them. */
export const abandonedFolders = (temporary?: string): string[] =>
  foldersIn(temporary).filter((folder) => !isAtWork(folder));

/** Ids of the drills that are at work on this machine, other than this process. */
export const runningDrills = (temporary?: string): string[] =>
  foldersIn(temporary)
    .filter((folder) => isAtWork(folder) && textOf(join(folder, "pid")) !== String(process.pid))
    .map((folder) => runOf(basename(folder)));

const foldersIn = (temporary = tmpdir()): string[] =>
  readdirSync(temporary)
    .filter((name) => isRunId(runOf(name)))
    .map((name) => join(temporary, name));

/** The run that a folder is of: its name without what tells it apart from others. */
const runOf = (name: string): string => name.replace(/-[^-]+$/, "");

/** A folder that says nothing is nobody's. */
function isAtWork(folder: string): boolean {
  const pid = textOf(join(folder, "pid"));
  return pid !== undefined && isAlive(Number(pid));
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined; // the drill has just ended
  }
}
