import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { projectRoot } from "../../terraform/project-root";
import { withSynth } from "../../terraform/synth";
import { goldens } from "./goldens";

const folder = join(projectRoot, "__tests__/golden");
const written = withSynth(goldens);
for (const kind of ["modules", "roots"]) rmSync(join(folder, kind), { recursive: true, force: true });
for (const [path, text] of written) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
process.stdout.write(`${written.size} golden files in __tests__/golden: read what changed with git diff.\n`);
