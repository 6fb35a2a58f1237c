import { relative } from "node:path";
import { z } from "zod";
import { command } from "../../terraform/process/command";
import { projectRoot, synthFolder } from "../../terraform/project-root";
import { synthInto } from "../../terraform/synth";
import { readModules, readRoots } from "../../terraform/synthesized";

export const synth = command({
  name: "synth",
  about: "Checks the region files and writes every root and every module as Terraform JSON into cdktf.out.",
  examples: [["synth", "write cdktf.out/stacks (roots) and cdktf.out/modules"]],
  exitCodes: { 1: "the app does not synthesize" },
  result: z.object({
    folder: z.string(),
    roots: z.array(z.string()).describe("Ids of the roots, in alphabetical order."),
    modules: z.int().describe("How many modules they call."),
  }),
  text: ({ folder, roots, modules }) => `${roots.length} roots and ${modules} modules are in ${folder}.`,
  run: (_, { show }) => {
    synthInto(synthFolder);
    show({
      folder: relative(projectRoot, synthFolder),
      roots: readRoots(synthFolder)
        .map(({ id }) => id)
        .sort(),
      modules: readModules(synthFolder).length,
    });
    return 0;
  },
});
