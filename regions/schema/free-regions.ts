import { globalRegion, jurisdictionOf, lawsDiffer, type RegionName, regionNames } from "./aws-regions";
import type { Environment } from "./environment";
import { or } from "./lists";

/** Which regions under the law of one an environment could add, with a role for it; or that there is none left. */
export function addUnderTheLawOf({ regions }: Environment, from: RegionName, role: string): string {
  const free = regionNames.filter(
    (name) => name !== globalRegion && !lawsDiffer(from, name) && !regions.some((region) => region.name === name),
  );
  return free.length > 0
    ? `Add ${or(free)} with the role ${role}.`
    : `No other region in ${jurisdictionOf(from)} is left that regions/schema/aws-regions.ts knows.`;
}
