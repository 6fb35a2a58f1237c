import type { RegionName } from "./aws-regions";
import type { Environment } from "./environment";
import { givenOf } from "./given";
import { regionFile } from "./region-file";

/** Where environments are declared, and what differs in them from region files. */
export const environmentsFile = "regions/environments.ts";

/** Where a setting of a region is said, `tier.field`: in the region's file, unless a difference of the environment says it. */
export function saidIn(
  { name, regions }: Environment,
  region: RegionName,
  setting: string,
): { file: string; path: string } {
  const [tier = "", field = ""] = setting.split(".");
  const { inEnvironment } = givenOf(regions.find((one) => one.name === region) ?? {});
  return field in (inEnvironment[tier] ?? {})
    ? { file: environmentsFile, path: `${name}.differences.${region}.${setting}` }
    : { file: regionFile(region), path: setting };
}
