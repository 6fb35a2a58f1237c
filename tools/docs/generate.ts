import { readFileSync } from "node:fs";
import { join } from "node:path";
import { environments } from "../../regions/environments";
import { globalRegion } from "../../regions/schema/aws-regions";
import { liveRegions } from "../../regions/schema/environment";
import { everywhere } from "../../regions/wiring/location";
import { contracts } from "../../regions/wiring/tiers";
import { projectRoot } from "../../terraform/project-root";
import { type Published, publishedModules } from "../../terraform/published";
import { costInReadme } from "../cost/readme";
import { findEnvironment } from "../find-environment";
import { betweenMarkers } from "./between-markers";
import { commandTable } from "./command-table";
import { decisionIndex } from "./decision-index";
import { reviewRules } from "./review-rules";
import { stepList } from "./step-list";
import { tierReadme } from "./tier-readme";
import { tierTable } from "./tier-table";

/** The environments whose modules are documented: the first, and for the tiers that it leaves out, the others. */
const documented = environments.map(({ name }) => name);

/** Every generated document of what is synthesized, by its path in the project. */
export function generate(synthesized: string): Map<string, string> {
  const modules = documented.flatMap((name) => publishedModules(synthesized, name));
  return new Map([
    ...contracts.flatMap((contract): [string, string][] => {
      const published = fullest(modules.filter(({ tier }) => tier === contract.name));
      // Of a tier that no region has, there is nothing to show: its README stays as it is.
      if (!published) return [];
      const { regions } = findEnvironment(published.environment);
      const place = published.region === everywhere ? globalRegion : published.region;
      const region = regions.find(({ name }) => name === place);
      return [[`modules/${contract.name}/README.md`, tierReadme(contract, published, region)]];
    }),
    withGenerated("dr/README.md", { steps: stepList() }),
    decisionIndex(),
    reviewRules(),
  ]);
}

/** The first page of the project, with its tables of commands and tiers, and what it costs. */
export const firstPage = async (synthesized: string): Promise<[page: string, text: string]> =>
  withGenerated("README.md", { commands: await commandTable(), tiers: tierTable(), cost: costInReadme(synthesized) });

/** A page that people write, with its generated parts. */
function withGenerated(page: string, parts: Readonly<Record<string, string>>): [page: string, text: string] {
  const text = readFileSync(join(projectRoot, page), "utf8");
  return [page, Object.entries(parts).reduce((so, [name, part]) => betweenMarkers(so, name, part), text)];
}

/** Where a tier is the same in several regions, that of a live one is shown. */
const fullest = (modules: readonly Published[]): Published | undefined => {
  const isLive = ({ environment, region }: Published) =>
    liveRegions(findEnvironment(environment)).some(({ name }) => name === region);
  return modules.find(isLive) ?? modules[0];
};
