import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { Argument, Option } from "commander";
import { z } from "zod";
import { environments } from "../../regions/environments";
import { command } from "../../terraform/process/command";
import { projectRoot } from "../../terraform/project-root";
import { currentSynth } from "../current-synth";
import { findEnvironment } from "../find-environment";
import { readEstate } from "./estate/estate";
import { filesOf, picturesOf, type View, views } from "./pictures";

interface Options {
  readonly view?: View;
  readonly out?: string;
}

export const diagram = command({
  name: "diagram",
  about: "Draws the platform from its synthesized files, as SVG and PNG, light and dark.",
  options: (program) =>
    program
      .addArgument(new Argument("[environment]", "only this environment (default: all of them)"))
      .addOption(new Option("--view <view>", "only this view").choices(views))
      .option("--out <folder>", "output folder (default: dist/diagrams)"),
  examples: [
    ["diagram", "every environment, into dist/diagrams"],
    ["diagram prod --view region", "prod's regions"],
  ],
  dryRun: "write nothing; list the files",
  result: z.object({ files: z.array(z.string()).describe("Paths of the pictures.") }),
  text: ({ files }) => files.join("\n"),
  run: async ({ view, out, dryRun = false }: Options & { dryRun?: boolean }, { args, show }) => {
    const [name] = args;
    const wanted = name === undefined ? environments : [findEnvironment(name, "environment")];
    const folder = resolve(out ?? join(projectRoot, "dist/diagrams"));
    const synthesized = await currentSynth();
    const files = wanted.flatMap((environment) => {
      const its = join(folder, environment.name);
      const pictures = picturesOf(readEstate(synthesized, environment.name), view === undefined ? views : [view]);
      const made = pictures.flatMap((picture) => filesOf(picture, { folder: its, project: projectRoot }));
      if (!dryRun) {
        mkdirSync(its, { recursive: true });
        for (const [file, content] of made) writeFileSync(join(its, file), content);
      }
      return made.map(([file]) => relative(process.cwd(), join(its, file)));
    });
    show({ files });
    return 0;
  },
});
