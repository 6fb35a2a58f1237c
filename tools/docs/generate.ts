import { readFileSync } from "node:fs";
import { join } from "node:path";
import { contracts } from "../../regions/tiers";
import { findEnvironment } from "../find-environment";
import { type Published, readModules } from "../modules/published";
import { projectRoot } from "../project-root";
import { withSynth } from "../synth";
import { withStepList } from "./step-list";
import { tierReadme } from "./tier-readme";

/** The environment whose modules are documented. */
const shown = "prod";

/** Every generated document, by its path in the project. */
export const generate = (): Map<string, string> =>
  withSynth((folder) => {
    const modules = readModules(folder, shown);
    const { regions } = findEnvironment(shown);
    const runbook = "dr/README.md";
    return new Map([
      ...contracts.map((contract): [string, string] => {
        const published = fullest(modules.filter(({ tier }) => tier === contract.name));
        if (!published) throw new Error(`${contract.name}: no region of ${shown} has this tier.`);
        const region = regions.find(({ name }) => name === published.region);
        return [`modules/${contract.name}/README.md`, tierReadme(contract, published, region)];
      }),
      [runbook, withStepList(readFileSync(join(projectRoot, runbook), "utf8"))],
    ]);
  });

/** Where a tier is the same in several regions, that of a live one is shown. */
const fullest = (modules: readonly Published[]): Published | undefined => {
  const { regions } = findEnvironment(shown);
  const isLive = ({ region }: Published) => regions.some(({ name, role }) => name === region && role === "live");
  return modules.find(isLive) ?? modules[0];
};
