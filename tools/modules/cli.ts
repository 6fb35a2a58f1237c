import { relative, resolve } from "node:path";
import { command } from "../../terraform/process/command";
import { projectRoot } from "../../terraform/project-root";
import { withSynth } from "../../terraform/synth";
import { findEnvironment } from "../find-environment";
import { publish } from "./publish";

await command<{ environment: string; out: string }>({
  name: "modules",
  about: "Writes every tier of every region as a plain Terraform module, with a README.",
  options: (modules) =>
    modules
      .option("--environment <name>", "the environment whose settings shape the modules", "prod")
      .option(
        "--out <folder>",
        "the folder to write to; an earlier result there is replaced",
        resolve(projectRoot, "dist/modules"),
      ),
  run: ({ environment, out: folder }, { show }) => {
    const out = resolve(folder);
    const { name } = findEnvironment(environment);
    for (const { region, tier } of withSynth((synthesized) => publish(synthesized, name, out)))
      show(`${relative(process.cwd(), out) || "."}/${region}/${tier}`);
    return 0;
  },
});
