import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { command } from "../../terraform/process/command";
import { projectRoot } from "../../terraform/project-root";
import { withSynth } from "../../terraform/synth";
import { generate } from "./generate";

await command({
  name: "docs",
  about: "Writes the README of every tier, and the list of steps in dr/README.md.",
  run: (_, { show }) => {
    for (const [path, text] of withSynth(generate)) {
      const file = join(projectRoot, path);
      if (existsSync(file) && readFileSync(file, "utf8") === text) continue;
      writeFileSync(file, text);
      show(path);
    }
    return 0;
  },
});
