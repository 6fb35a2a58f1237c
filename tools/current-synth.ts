import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../terraform/make-folder";
import { projectRoot } from "../terraform/project-root";
import { synthInto } from "../terraform/synth";
import { fingerprint } from "./setup/sources.mjs";

const folder = join(projectRoot, ".cache/synth");

/** Whoever reads one of them may still be at it while others make new ones. */
const kept = 6;

/** The folder with what the sources synthesize as they are now, made when they have changed. Only to be read. */
export const currentSynth = (): Promise<string> => keptSynth(fingerprint(projectRoot), synthInto);

/** The folder with what was synthesized under a name, made where it is missing; those that were used last are kept. */
export async function keptSynth(name: string, make: (out: string) => void | Promise<void>): Promise<string> {
  const out = join(folder, name);
  if (!existsSync(out)) {
    makeFolder(folder);
    const part = mkdtempSync(join(folder, "part-"));
    try {
      await make(part);
      renameSync(part, out);
    } catch (error) {
      rmSync(part, { recursive: true, force: true });
      if (!existsSync(out)) throw error;
    }
    removeUnused();
  }
  utimesSync(out, new Date(), new Date());
  return out;
}

function removeUnused(): void {
  const byUse = readdirSync(folder)
    .map((name) => join(folder, name))
    .sort((one, other) => lastUse(other) - lastUse(one));
  for (const unused of byUse.slice(kept)) rmSync(unused, { recursive: true, force: true });
}

const lastUse = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
