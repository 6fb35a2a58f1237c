import {
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { UserError } from "../modules/core/user-error";
import { isAlive } from "../terraform/process/lock";
import { aboutUnsaved, unsavedIn } from "../terraform/states/unsaved";
import { isRunId } from "./run-id";

/** Makes the folder that a drill works in, which says whose it is, and which nobody else may enter. */
export function makeWorkFolder(run: string): string {
  const unnamed = mkdtempSync(join(tmpdir(), `.${run}-`));
  writeFileSync(join(unnamed, "pid"), String(process.pid));
  writeFileSync(join(unnamed, "namespace"), processNamespace());
  // A clean-up beside this one would take a folder that does not say whose it is for nobody's.
  const folder = join(tmpdir(), basename(unnamed).slice(1));
  renameSync(unnamed, folder);
  return folder;
}

/** Removes such a folder; throws where Terraform has left a state in it that it could not store. */
export function removeWorkFolder(folder: string): void {
  const [unsaved] = unsavedIn(folder);
  if (unsaved !== undefined) throw new UserError(aboutUnsaved(unsaved));
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** The folders of the caller's drills on this machine that have ended without removing them. */
export const abandonedFolders = (temporary?: string): string[] =>
  foldersIn(temporary).filter((folder) => !isAtWork(folder));

/** Those among them whose drill is surely dead: its number was given where ours are, not in a container beside this one. */
export const deadFolders = (temporary?: string): string[] =>
  abandonedFolders(temporary).filter((folder) => textOf(join(folder, "namespace")) === processNamespace());

/** What tells apart where numbers of processes are given, on Linux; there is one such place elsewhere. */
const processNamespace = (): string =>
  existsSync("/proc/self/ns/pid") ? readlinkSync("/proc/self/ns/pid") : process.platform;

/** Ids of the caller's drills that are at work on this machine, other than this process. */
export const runningDrills = (temporary?: string): string[] =>
  foldersIn(temporary)
    .filter((folder) => isAtWork(folder) && textOf(join(folder, "pid")) !== String(process.pid))
    .map((folder) => runOf(basename(folder)));

const foldersIn = (temporary = tmpdir()): string[] =>
  readdirSync(temporary)
    .filter((name) => isRunId(runOf(name)))
    .map((name) => join(temporary, name))
    .filter(isOwn);

/** Whoever shares a temporary folder can put anything there under a drill's name; a link may lead anywhere. */
function isOwn(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === process.getuid?.();
}

const modeOf = (folder: string): number => lstatSync(folder).mode & 0o777;

/** Whether nobody else could have written anything into a folder. */
export const isPrivate = (folder: string): boolean => (modeOf(folder) & 0o077) === 0;

/** Refuses to go by what a folder says that others could have written into. */
export function refuseOpen(folder: string): void {
  if (!isPrivate(folder))
    throw new UserError(
      `${folder} is open to other users (mode ${modeOf(folder).toString(8)}), and a drill's folder never is, so nothing in it is believed. ` +
        `Look at it; then remove it, or take it for a drill's: chmod 700 ${folder}`,
    );
}

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
