import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { leftIn } from "../left";
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

/**
 * Removes what drills that were stopped have left: what their folder remembers in another local AWS, then the folder.
 * Gives what could not be removed.
 */
export async function cleanUp(at: At, temporary?: string): Promise<string[]> {
  const failed: string[] = [];
  for (const folder of abandonedFolders(temporary)) {
    try {
      at.signal.throwIfAborted();
      const left = leftIn(folder);
      if (left) await removeLeft(folder, left, at);
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
      at.say(`removed ${folder}`);
    } catch (error) {
      failed.push(`${folder}: ${error instanceof Error ? error.message : error}`);
    }
  }
  return failed;
}
