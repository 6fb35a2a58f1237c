import { relative, resolve } from "node:path";
import { Command } from "commander";
import { projectRoot } from "../../terraform/project-root";
import { withSynth } from "../../terraform/synth";
import { findEnvironment } from "../find-environment";
import { publish } from "./publish";

const options = new Command("modules")
  .description("Writes every tier of every region as a plain Terraform module, with a README.")
  .option("--environment <name>", "whose settings are the modules' shape", "prod")
  .option("--out <folder>", "where to; a former result there is replaced", resolve(projectRoot, "dist/modules"))
  .allowExcessArguments(false)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .parse()
  .opts<{ environment: string; out: string }>();

const { name } = findEnvironment(options.environment);
const out = resolve(options.out);
const modules = withSynth((synthesized) => publish(synthesized, name, out));
for (const { region, tier } of modules)
  process.stdout.write(`${relative(process.cwd(), out) || "."}/${region}/${tier}\n`);
