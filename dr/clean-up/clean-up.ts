import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { messageOf } from "../../terraform/failures";
import { type Left, leftIn } from "../left";
import type { At } from "../step";
import { abandonedFolders } from "../work-folder";
import { removeLeft } from "./remove-left";

/**
 * States that Terraform could not store, in the folders of drills that were stopped: nothing else knows what they have.
 * Each says how it is stored.
 */
export const unsavedStates = (temporary?: string): string[] =>
  abandonedFolders(temporary).flatMap((folder) =>
    ["source", "recovery"]
      .map((name) => join(folder, name, "cdktf.out/stacks"))
      .filter((stacks) => existsSync(stacks))
      .flatMap((stacks) => readdirSync(stacks).map((id) => join(stacks, id)))
      .filter((root) => existsSync(join(root, "errored.tfstate")))
      .map(
        (root) =>
          `${root} has a state that Terraform could not store. Store it, with credentials of its account, and run this again: ` +
          `terraform -chdir=${root} state push errored.tfstate && rm ${join(root, "errored.tfstate")}`,
      ),
  );

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
      const left = leftIn(folder);
      if (left) await removeLeft(folder, left, at);
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
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
      result.removed.push(described(folder, leftIn(folder)));
    } catch (error) {
      result.notRemoved.push(`${folder}: ${messageOf(error)}`);
    }
  }
  return result;
}

function described(folder: string, left?: Left): string {
  if (!left) return folder;
  const { roots, snapshots, endpoint } = left;
  const what = [...roots.map(({ id }) => id), ...snapshots.map(({ identifier }) => `snapshot ${identifier}`)];
  return `${folder}, with ${what.join(", ")} in the local AWS at ${endpoint}`;
}
