import { messageOf } from "../../terraform/failures";
import { leftIn } from "../left";
import { deadFolders, isPrivate, removeWorkFolder } from "../work-folder";

/**
 * Removes the folders, hundreds of megabytes each, of drills on this machine that are surely dead and have left nothing
 * else; says of each what became of it. The others are for `./shop clean-up`.
 */
export function removeDead(say: (line: string) => void, temporary?: string): void {
  for (const folder of deadFolders(temporary)) {
    try {
      if (!isPrivate(folder) || leftIn(folder)) {
        say(`${folder} is of a drill that was stopped, and so is more: ./shop clean-up removes it`);
        continue;
      }
      removeWorkFolder(folder);
      say(`removed ${folder}, which a drill that was stopped has left`);
    } catch (error) {
      say(`${folder} is of a drill that was stopped, and stays: ${messageOf(error)}`);
    }
  }
}
