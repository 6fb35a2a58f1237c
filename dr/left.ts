import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { z } from "zod";
import { UserError } from "../modules/core/user-error";
import { thing } from "./made";

const schema = z.object({
  run: z.string(),
  /** The local AWS that it is in. */
  endpoint: z.string(),
  /** Roots that were applied, wholly or in part, with those among them that they depend on. */
  roots: z.array(z.object({ id: z.string(), folder: z.string(), dependencies: z.array(z.string()) })),
  /** What the recovery was restored from. */
  snapshotArn: z.string().optional(),
  /** What steps made themselves. */
  made: z.array(thing),
});

/** What a drill has made in another local AWS, and not destroyed. Its work folder remembers it, even if it is killed. */
export type Left = z.infer<typeof schema>;

const fileIn = (workFolder: string): string => join(workFolder, "left.json");

/** Lets a work folder remember what is left; where that is nothing, it forgets. */
export function rememberLeft(workFolder: string, left: Left): void {
  if (left.roots.length + left.made.length > 0) writeFileSync(fileIn(workFolder), JSON.stringify(left));
  else rmSync(fileIn(workFolder), { force: true });
}

/** What a work folder remembers; undefined where nothing is left. */
export function leftIn(workFolder: string): Left | undefined {
  const file = fileIn(workFolder);
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
  try {
    const left = schema.parse(JSON.parse(text));
    // Terraform runs what is in them, with what the caller may do.
    if (left.roots.some(({ folder }) => relative(workFolder, folder).startsWith(".."))) throw new Error("elsewhere");
    return left;
  } catch {
    throw new UserError(
      `${file} is damaged. The roots of what it left are in ${workFolder}: destroy what they hold, and remove the folder.`,
    );
  }
}
