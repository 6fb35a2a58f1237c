import { messageOf } from "../../terraform/failures";
import { aboutUnsaved, unsavedIn } from "../../terraform/states/unsaved";
import { type Left, leftIn } from "../left";
import type { At } from "../step";
import { abandonedFolders, isPrivate, refuseOpen, removeWorkFolder } from "../work-folder";
import { removeLeft } from "./remove-left";

/** States that Terraform could not store, in the folders of drills that were stopped. Each says how it is stored. */
export const unsavedStates = (temporary?: string): string[] =>
  abandonedFolders(temporary).filter(isPrivate).flatMap(unsavedIn).map(aboutUnsaved);

/** What a clean-up has removed, and what it could not remove, with the reason. */
export interface CleanedUp {
  readonly removed: string[];
  readonly notRemoved: string[];
}

/** Removes what drills that were stopped have left: what their folder remembers in another local AWS, then the folder. */
export async function cleanUp(at: At, temporary?: string): Promise<CleanedUp> {
  const result: CleanedUp = { removed: [], notRemoved: [] };
  for (const folder of abandonedFolders(temporary)) {
    try {
      at.signal.throwIfAborted();
      refuseOpen(folder);
      const left = leftIn(folder);
      if (left) await removeLeft(folder, left, at);
      removeWorkFolder(folder);
      result.removed.push(described(folder, left));
    } catch (error) {
      result.notRemoved.push(`${folder}: ${messageOf(error)}`);
    }
  }
  return result;
}

/** What a clean-up would remove, and what it could not. */
export function toCleanUp(temporary?: string): CleanedUp {
  const result: CleanedUp = { removed: [], notRemoved: [] };
  for (const folder of abandonedFolders(temporary)) {
    try {
      refuseOpen(folder);
      result.removed.push(described(folder, leftIn(folder)));
    } catch (error) {
      result.notRemoved.push(`${folder}: ${messageOf(error)}`);
    }
  }
  return result;
}

function described(folder: string, left?: Left): string {
  if (!left) return folder;
  const { roots, made, endpoint } = left;
  const what = [...roots.map(({ id }) => id), ...made.map(({ type, name }) => `${type} ${name}`)];
  return `${folder}, with ${what.join(", ")} in the local AWS at ${endpoint}`;
}
