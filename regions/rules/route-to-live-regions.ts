import { type EnvironmentRule, liveRegions, regionsOf } from "../schema/environment";
import type { Problem } from "../schema/explain";
import { and } from "../schema/lists";
import type { GlobalRegion } from "../schema/region-schema";

/** The edge routes customers to live regions, one of which is in service, or to a recovered one that is open for good. */
export const routeToLiveRegions: EnvironmentRule = (environment) => {
  const live = liveRegions(environment).map(({ name }): string => name);
  const standby = regionsOf(environment, "standby").map(({ name }): string => name);
  return regionsOf(environment, "global").flatMap((region) => {
    const notLive = (where: string, given: string): Problem => ({
      path: `${region.name}.edge.${where}`,
      message: `${given} is not a live region. Live: ${live.join(", ")}.`,
    });
    const { outOfService, openRegions, regionsByCountry } = region.edge;
    const notStandby = openRegions.filter((given) => !standby.includes(given));
    if (notStandby.length > 0)
      return notStandby.map((given) => ({
        path: `${region.name}.edge.openRegions`,
        message: `${given} is not a standby region. Standby: ${standby.join(", ") || "none"}.`,
      }));
    const unknownRegions = outOfService.filter((given) => !live.includes(given));
    if (unknownRegions.length > 0) return unknownRegions.map((given) => notLive("outOfService", given));
    const stray = Object.entries(regionsByCountry).filter(([, given]) => !live.includes(given));
    return [
      ...noneLeft(region, live),
      ...stray.map(([country, given]) => notLive(`regionsByCountry.${country}`, given)),
    ];
  });
};

const noneLeft = ({ name, edge }: GlobalRegion, live: readonly string[]): Problem[] =>
  edge.openRegions.length === 0 && live.length > 0 && live.every((one) => edge.outOfService.includes(one))
    ? [
        {
          path: `${name}.edge.outOfService`,
          message: `${and(edge.outOfService)}: no live region would be left in service, and customers would reach nothing. Leave one in service, or name the recovered region that is open in openRegions.`,
        },
      ]
    : [];
