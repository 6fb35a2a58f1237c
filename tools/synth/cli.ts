import { relative } from "node:path";
import { z } from "zod";
import { aboutKept, besideSynth, type Placed, placeSynth, toPlace } from "../../terraform/place-synth";
import { command } from "../../terraform/process/command";
import { projectRoot, synthFolder } from "../../terraform/project-root";
import { synthInto, withSynth } from "../../terraform/synth";
import { readModules, readRoots } from "../../terraform/synthesized";

const result = z.object({
  dryRun: z.boolean().describe("Whether nothing was written."),
  folder: z.string().describe("Where they are, relative to the project."),
  roots: z.array(z.string()).describe("Ids of the roots, in alphabetical order."),
  modules: z.int().describe("How many modules they call."),
  changed: z.array(z.string()).readonly().describe("Folders of roots and modules that are new or have changed."),
  removed: z.array(z.string()).readonly().describe("Folders of former roots and modules, which are gone."),
  kept: z.array(z.string()).readonly().describe("Where former roots are now that Terraform has left a state in."),
});

export const synth = command({
  name: "synth",
  about: "Writes all roots and modules as Terraform JSON to cdktf.out.",
  details: "It checks the region files first, and does not disturb a deployment that runs in cdktf.out.",
  dryRun: "write nothing; list what would change",
  examples: [
    ["synth", "write cdktf.out/stacks (roots) and cdktf.out/modules"],
    ["synth --dry-run", "check the region files and show which roots and modules would change"],
  ],
  exitCodes: { 1: "the app does not synthesize" },
  result,
  text: ({ dryRun, folder, roots, modules, changed, removed }) =>
    [
      `${roots.length} roots and ${modules} modules ${dryRun ? "would be" : "are"} in ${folder}: ${changed.length} changed, ${removed.length} removed.`,
      ...listed("changed", changed),
      ...listed("removed", removed),
    ].join("\n"),
  run: async (options: { readonly dryRun?: boolean }, { show, warn }) => {
    const dryRun = options.dryRun ?? false;
    const tell = (placed: Placed, out: string): void => {
      const roots = readRoots(out).map(({ id }) => id);
      const modules = readModules(out).length;
      show({ dryRun, folder: relative(projectRoot, synthFolder), roots: roots.sort(), modules, ...placed });
    };
    if (dryRun) await withSynth((out) => tell(toPlace(out, synthFolder), out));
    else {
      const beside = besideSynth(synthFolder);
      synthInto(beside);
      const placed = placeSynth(beside, synthFolder);
      const kept = aboutKept(relative(process.cwd(), synthFolder), placed).trimEnd();
      if (kept !== "") warn(kept);
      tell(placed, synthFolder);
    }
    return 0;
  },
});

/** All of a few; of many, the number is enough. */
const listed = (what: string, folders: readonly string[]): string[] =>
  folders.length > 12 ? [] : folders.map((folder) => `  ${what}  ${folder}`);
