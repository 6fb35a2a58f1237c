import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { makeFolder } from "./make-folder";
import { isAlive, underLock } from "./process/lock";

/** What a synth has changed in the folder that others read: folders of roots and modules, relative to it. */
export interface Placed {
  /** Those that are new, or have a new, changed or removed file. */
  readonly changed: readonly string[];
  /** Those of former roots and modules, which are gone. */
  readonly removed: readonly string[];
  /** Where former roots are now that have a state of Terraform's in their folder. */
  readonly kept: readonly string[];
}

/** A folder for what is synthesized before it is put in its place: on the same disk, so that a rename does it. */
export function besideSynth(out: string): string {
  makeFolder(out);
  const beside = mkdtempSync(join(out, `.new-${process.pid}-`));
  if (made.size === 0) process.once("exit", () => made.forEach(remove));
  made.add(beside);
  return beside;
}

const made = new Set<string>();
const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/**
 * Brings a folder that others may be reading to what was synthesized beside it, file by file: one that is the same is
 * not touched, a changed one is replaced in one rename, and none that stays is missing at any time. What Terraform keeps
 * in the folder of a root stays there. Of two that do this at once, one comes after the other, as a whole.
 */
export function placeSynth(beside: string, out: string, environment: NodeJS.ProcessEnv = process.env): Placed {
  return underLock(join(out, ".lock"), () => {
    removeAbandoned(out);
    const { changed, removed, kept: withState } = toPlace(beside, out);
    // First what is called, last what is not called any more: a root always finds its modules.
    for (const folder of changed) placeFolder(join(beside, folder), join(out, folder));
    for (const file of topFiles.filter((name) => existsSync(join(beside, name)) && !isSame(beside, out, name)))
      renameSync(join(beside, file), join(out, file));
    const kept = withState.map((root) => keep(root, out));
    for (const folder of removed) removeAtOnce(out, folder);
    const roots = removed.filter((folder) => folder.startsWith("stacks/"));
    // cdktf removes the folders of former roots itself, and fails where one is gone.
    if (environment.CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS) for (const root of roots) mkdirSync(join(out, root));
    return { changed, removed, kept };
  });
}

/** What {@link placeSynth} would change; what it would keep is still where it was. */
export function toPlace(beside: string, out: string): Placed {
  const folders = [...folderPaths(beside, "modules"), ...folderPaths(beside, "stacks")];
  const isFormer = (folder: string) => !folders.includes(folder);
  const roots = folderPaths(out, "stacks").filter(isFormer);
  return {
    changed: folders.filter((folder) => {
      const { placed, former } = differences(join(beside, folder), join(out, folder));
      return placed.length + former.length > 0;
    }),
    removed: [...roots, ...folderPaths(out, "modules").filter(isFormer)],
    kept: roots.filter((root) => holdsState(join(out, root))),
  };
}

/** What a person must know of former roots that had a state in their folder. */
export const aboutKept = (out: string, { kept }: Placed): string =>
  kept
    .map(
      (folder) =>
        `${basename(folder)} is no root any more, but Terraform has left a state in its folder. It is kept, in ${join(out, folder)}: ` +
        "store what it says (`terraform state push errored.tfstate`), or delete the folder.\n",
    )
    .join("");

/** What is beside the folders of roots and modules. */
const topFiles = ["manifest.json", "review-exceptions.json"];

/** How deep below the top the folders of roots and of modules are. */
const depths = { stacks: 1, modules: 3 };

function folderPaths(base: string, top: keyof typeof depths): string[] {
  let paths: string[] = [top];
  for (let depth = 0; depth < depths[top]; depth++)
    paths = paths.flatMap((path) =>
      entriesOf(join(base, path))
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => join(path, name)),
    );
  return paths.sort();
}

/** Puts what differs of a folder in its place. */
function placeFolder(from: string, to: string): void {
  if (!existsSync(to)) {
    makeFolder(dirname(to));
    renameSync(from, to);
    return;
  }
  const { placed, former } = differences(from, to);
  for (const name of placed) renameSync(join(from, name), join(to, name));
  for (const name of former) rmSync(join(to, name));
}

/** Files that are new or changed, and those that were synthesized once and are not any more. */
function differences(from: string, to: string): { placed: string[]; former: string[] } {
  const now = entriesOf(from).map(({ name }) => name);
  const before = entriesOf(to).map(({ name }) => name);
  return {
    placed: now.filter((name) => !isSame(from, to, name)),
    former: before.filter((name) => isSynthesized(name) && !now.includes(name)),
  };
}

const isSame = (one: string, other: string, name: string): boolean =>
  existsSync(join(other, name)) && readFileSync(join(one, name)).equals(readFileSync(join(other, name)));

const isSynthesized = (name: string): boolean =>
  /^(cdk|main|outputs|variables|versions)\.tf(\.json)?$|\.zip$/.test(name);

const holdsState = (root: string): boolean => entriesOf(root).some(({ name }) => /\.tfstate(\.|$)/.test(name));

/** Moves a former root, whole, to where nobody removes it: from there it still finds its modules, but for former ones. */
function keep(root: string, out: string): string {
  const name = basename(root);
  const taken = new Set(entriesOf(join(out, "former")).map((entry) => entry.name));
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name}.${number}`;
  makeFolder(join(out, "former"));
  renameSync(join(out, root), join(out, "former", free));
  return join("former", free);
}

/** It is there as a whole, or it is gone; and so is a region or an environment of which nothing is left. */
function removeAtOnce(out: string, folder: string): void {
  if (existsSync(join(out, folder))) {
    const aside = join(out, `.gone-${folder.replaceAll("/", "-")}`);
    renameSync(join(out, folder), aside);
    rmSync(aside, { recursive: true });
  }
  for (let above = dirname(folder); dirname(above) !== "."; above = dirname(above))
    if (entriesOf(join(out, above)).length === 0) rmdirSync(join(out, above));
}

/** Removes what synths that were killed have left. */
function removeAbandoned(out: string): void {
  for (const { name } of entriesOf(out)) {
    const pid = /^\.new-(\d+)-/.exec(name)?.[1];
    if (name.startsWith(".gone-") || (pid !== undefined && !isAlive(Number(pid)))) remove(join(out, name));
  }
}

const entriesOf = (folder: string) => (existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : []);
