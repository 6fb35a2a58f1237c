import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

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

/** What a person must do about such a root. */
export const aboutUnsaved = (root: string): string =>
  `${root} has a state that Terraform could not store. Store it, with credentials of its account, and run this again: ` +
  `terraform -chdir=${root} state push ${unsavedState} && rm ${join(root, unsavedState)}. ` +
  "If it is of a local AWS that has ended, remove the folder instead.";
