import { rmSync } from "node:fs";
import { aboutUnsaved, unsavedIn } from "../terraform/states/unsaved";
import type { Drill } from "./drill";
import { rememberLeft } from "./left";

/** Says what is left, and removes the work folder unless it is needed for removing that. */
export function closeWorkFolder(drill: Drill): void {
  const { workFolder, where } = drill.settings;
  // A state of our own local AWS is of nothing any more.
  const unsaved = where.kind === "own" ? [] : unsavedIn(workFolder);
  const left = whatIsLeft(drill) + unsaved.map((root) => `${aboutUnsaved(root)}\n`).join("");
  if (left !== "") return void process.stderr.write(left);
  try {
    rmSync(workFolder, { recursive: true, force: true, maxRetries: 3 });
  } catch (error) {
    process.stderr.write(`${workFolder} cannot be removed: ${error}\nRemove it: rm -rf ${workFolder}\n`);
  }
}

/**
 * Says precisely what a drill leaves behind, and how to remove it; nothing where nothing is left.
 *
 * Our own local AWS takes all that was made in it along. What is left in another one, the work folder remembers. An
 * account has the states, so that a clean-up needs no more.
 */
function whatIsLeft(drill: Drill): string {
  const { standing, made, settings } = drill;
  const { where, workFolder, environment } = settings;
  if (where.kind === "own" || (standing.size === 0 && made.things.length === 0)) return "";
  const [place, command] =
    where.kind === "account"
      ? [`account ${environment.account}`, "./shop clean-up --aws"]
      : [`the local AWS at ${where.endpoint}`, "./shop clean-up"];
  return [
    `Left in ${place}:`,
    ...[...standing].map(([id, folder]) => `  ${id}, and its root in ${folder}`),
    ...made.things.map(({ type, name, region }) => `  ${type} ${name} in ${region}`),
    ...unwritten(drill),
    `To remove all of it, and ${workFolder}: ${command}`,
    "If Terraform was stopped while it was making something, that may exist without being in a state" +
      (where.kind === "account" ? ": the clean-up says what." : "."),
    "",
  ].join("\n");
}

/** What the work folder could not be made to remember, on a full disk. */
function unwritten({ left, settings }: Drill): string[] {
  if (!left) return [];
  try {
    rememberLeft(settings.workFolder, left);
    return [];
  } catch (error) {
    return [`First write this into ${settings.workFolder}/left.json, which failed (${error}):`, JSON.stringify(left)];
  }
}
