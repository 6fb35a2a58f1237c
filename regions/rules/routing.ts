import { globalRegion } from "../schema/aws-regions";
import type { Problem } from "../schema/explain";
import type { GlobalRegion, Region } from "../schema/region-schema";

interface Given {
  readonly name: string;
  readonly regions: readonly Region[];
}

/** What the edge says of regions that no customer could be led to. */
export const routingProblems = ({ name, regions }: Given): Problem[] => {
  const live: readonly string[] = regions.filter(({ role }) => role === "live").map((region) => region.name);
  return edges(regions).flatMap(({ name: region, edge }) => {
    const at = `${name}.${region}.edge`;
    const unknown = (where: string, given: string): Problem => ({
      path: `${at}.${where}`,
      message: `${given} is no live region of ${name}. Live ${live.length === 1 ? "is" : "are"} ${live.join(", ")}.`,
    });
    const notLive = edge.outOfService.filter((given) => !live.includes(given));
    if (notLive.length > 0) return notLive.map((given) => unknown("outOfService", given));
    const last = live.length > 0 && live.every((one) => edge.outOfService.includes(one));
    return [
      ...(last
        ? [
            {
              path: `${at}.outOfService`,
              message: `${edge.outOfService.join(", ")}: no live region is left, so customers would find nothing. Leave one in service, or add another live region first.`,
            },
          ]
        : []),
      ...Object.entries(edge.regionsByCountry)
        .filter(([, given]) => !live.includes(given))
        .map(([country, given]) => unknown(`regionsByCountry.${country}`, given)),
    ];
  });
};

/** Protections of Shield Advanced in an account that has not subscribed to it: AWS refuses them. */
export const shieldProblems = ({ name, regions }: Given): Problem[] =>
  edges(regions).every(({ account }) => account.shieldAdvanced !== "off")
    ? []
    : regions.flatMap(protectedTiers).map((at) => ({
        path: `${name}.${at}.shieldProtection`,
        message: `true: Shield Advanced protects nothing without its subscription. Say account.shieldAdvanced: "for 3,000 USD a month, for a year at least" in regions/${globalRegion}.ts, or leave shieldProtection out.`,
      }));

const protectedTiers = (region: Region): string[] => {
  if (region.role === "global" && region.edge.shieldProtection) return [`${region.name}.edge`];
  return region.role === "live" && region.web.shieldProtection ? [`${region.name}.web`] : [];
};

const edges = (regions: readonly Region[]): GlobalRegion[] => regions.filter((region) => region.role === "global");
