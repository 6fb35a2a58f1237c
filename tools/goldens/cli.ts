import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { command } from "../../terraform/process/command";
import { projectRoot } from "../../terraform/project-root";
import { withSynth } from "../../terraform/synth";
import { goldens } from "./goldens";

await command({
  name: "goldens",
  about: "Writes what a reviewer reads of the synthesized app into __tests__/golden.",
  run: (_, { show }) => {
    const folder = join(projectRoot, "__tests__/golden");
    const written = withSynth(goldens);
    for (const kind of ["modules", "roots"]) rmSync(join(folder, kind), { recursive: true, force: true });
    for (const [path, text] of written) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    show(`${written.size} golden files in __tests__/golden: read what changed with git diff.`);
    return 0;
  },
});
