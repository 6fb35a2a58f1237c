import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { projectRoot } from "../../terraform/project-root";
import { withSynth } from "../../terraform/synth";
import { generate } from "./generate";

new Command("docs")
  .description("Writes the README of every tier, and the list of steps in dr/README.md.")
  .allowExcessArguments(false)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .parse();

for (const [path, text] of withSynth(generate)) {
  const file = join(projectRoot, path);
  if (existsSync(file) && readFileSync(file, "utf8") === text) continue;
  writeFileSync(file, text);
  process.stdout.write(`${path}\n`);
}
