import { relative, resolve } from "node:path";
import { z } from "zod";
import { command } from "../../terraform/process/command";
import { projectRoot } from "../../terraform/project-root";
import { publishedModules } from "../../terraform/published";
import { withSynth } from "../../terraform/synth";
import { findEnvironment } from "../find-environment";
import { publish, refuseForeign } from "./publish";

export const modules = command({
  name: "modules",
  about: "Writes every tier of every region as a Terraform module with a README.",
  options: (program) =>
    program
      .argument("[environment]", "whose settings decide which resources the modules contain", "prod")
      .option(
        "--out <folder>",
        "output folder; modules that were written there before are replaced (default: dist/modules)",
      ),
  examples: [
    ["modules", "prod's modules, into dist/modules"],
    ["modules staging --out dist/staging", "staging's modules, into another folder"],
  ],
  dryRun: "write nothing; list the modules",
  result: z.object({
    folder: z.string().describe("Where the modules are."),
    modules: z.array(z.object({ region: z.string().describe('AWS region, or "global".'), tier: z.string() })),
  }),
  text: ({ folder, modules }) => modules.map(({ region, tier }) => `${folder}/${region}/${tier}`).join("\n"),
  run: async ({ out, dryRun = false }: { readonly out?: string; readonly dryRun?: boolean }, { args, show }) => {
    const folder = resolve(out ?? resolve(projectRoot, "dist/modules"));
    const { name } = findEnvironment(args[0] ?? "prod");
    refuseForeign(folder);
    const written = await withSynth((synthesized) =>
      dryRun ? publishedModules(synthesized, name) : publish(synthesized, name, folder),
    );
    show({
      folder: relative(process.cwd(), folder) || ".",
      modules: written.map(({ region, tier }) => ({ region, tier })),
    });
    return 0;
  },
});
