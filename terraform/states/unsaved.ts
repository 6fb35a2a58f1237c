import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { TerraformRoot } from "../root";

/** What Terraform writes a state to that it cannot store: nothing else knows what it has just made. */
export const unsavedState = "errored.tfstate";

/** Nobody runs Terraform in these, and they are large. */
const skipped = ["node_modules", ".git", ".terraform"];

/** Folders of roots below a folder, at any depth, with a state that Terraform could not store; links are not followed. */
export function unsavedIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return skipped.includes(entry.name) ? [] : unsavedIn(join(folder, entry.name));
    return entry.name === unsavedState ? [folder] : [];
  });
}

/** How long to wait before each time that an unsaved state is tried to be stored again, in seconds: two minutes in all. */
const waits: readonly number[] = [1, 4, 10, 15, 30, 60];

/**
 * Stores the state that an apply could not store, some times again, as what kept it from that mostly passes. Gives what a
 * person must do where that does not help; undefined where there is none, or it is stored.
 */
export async function storeUnsaved(root: TerraformRoot, pauses = waits): Promise<string | undefined> {
  const file = join(root.folder, unsavedState);
  if (!existsSync(file)) return undefined;
  for (const seconds of pauses) {
    await setTimeout(seconds * 1_000);
    try {
      // Whatever interrupts: nothing else knows what was just made.
      await root.pushState(new AbortController().signal, unsavedState);
      rmSync(file);
      return undefined;
    } catch {
      // once more, or it is said below
    }
  }
  return aboutUnsaved(root.folder);
}

/** What a person must do about such a root. */
export const aboutUnsaved = (root: string): string =>
  `${root} has a state that Terraform could not store. Store it, with credentials of its account, and run this again: ` +
  `terraform -chdir=${root} state push ${unsavedState} && rm ${join(root, unsavedState)}. ` +
  "If it is of a local AWS that has ended, remove the folder instead.";
