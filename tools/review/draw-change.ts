import { readdirSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { messageOf } from "../../terraform/failures";
import { changesBetween } from "../diagram/estate/changes";
import { readEstate } from "../diagram/estate/estate";
import { isTouched, picturesOf, writePictures } from "../diagram/pictures";
import type { Pictures } from "./result";

/** What is drawn: an environment before and after a change, and where the pictures go. */
export interface ChangeToDraw {
  readonly environment: string;
  /** The folder with what is synthesized without the change, and what people call that. */
  readonly before: { readonly folder: string; readonly ref: string };
  /** The folder with what is synthesized with it. */
  readonly after: string;
  /** The folder of `--out`. */
  readonly out: string;
}

/** Draws each view of an environment in which a change changes something. A review goes on without its pictures. */
export async function drawChange({ environment, before, after, out }: ChangeToDraw): Promise<Pictures> {
  const folder = join(out, "pictures", environment);
  try {
    removeEarlier(folder);
    const pictures = picturesOf(readEstate(after, environment, changesBetween(before, after))).filter(isTouched);
    const written = pictures.length === 0 ? [] : await writePictures(pictures, folder);
    return { environment, files: written.map((file) => relative(out, file)) };
  } catch (error) {
    return { environment, files: [], why: messageOf(error) };
  }
}

/** Removes the pictures of an earlier review, of which this one may have fewer. */
function removeEarlier(folder: string): void {
  for (const file of filesIn(folder))
    if (/^(global|region-.+|recovery-of-.+)-(light|dark)\.(svg|png)$/.test(file)) rmSync(join(folder, file));
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
