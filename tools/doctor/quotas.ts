import { targets } from "../../dr/targets";
import { type Environment, liveRegions } from "../../regions/schema/environment";
import type { LiveRegion } from "../../regions/schema/region-schema";
import {
  compareQuotas,
  type QuotasThere,
  quotaActions,
  quotasThere,
  raising,
  shortage,
  suffices,
} from "../limits/compare";
import { asking } from "./asking";
import { type Finding, of } from "./finding";
import { isOurs } from "./is-ours";

const { ok, wrong, notKnown } = of("account");

/** Whether the quotas of each region that runs the shop, or in which it is rebuilt, suffice for it beside what else is there. */
export const quotaFindings = async (
  environment: Environment,
  aws: (region: string) => QuotasThere = quotasThere,
): Promise<Finding[]> => {
  const counts = (tags: Readonly<Record<string, string | undefined>>) => !isOurs(environment, tags);
  const found = await Promise.all(
    placesOf(environment).map(([region, live]) => inRegion(region, { live, counts, aws: aws(region) })),
  );
  return found.flat();
};

/** Each region with the one whose shop it runs: live regions with themselves, targets with what is lost. */
const placesOf = (environment: Environment): [string, LiveRegion][] =>
  liveRegions(environment).flatMap((live): [string, LiveRegion][] => [
    [live.name, live],
    ...targets.filter(({ lost }) => lost === live.name).map(({ region }): [string, LiveRegion] => [region, live]),
  ]);

function inRegion(region: string, asked: Parameters<typeof compareQuotas>[0]): Promise<Finding[]> {
  const what = `whether the quotas of ${region} suffice`;
  return asking({ what, actions: quotaActions }, async () => {
    const { compared, unknown } = await compareQuotas(asked);
    const sufficient = compared
      .filter(suffices)
      .map(({ needs, limit, taken, quota }) => `${needs} of ${limit - taken} ${quota.counts}`);
    return [
      ...(sufficient.length > 0
        ? [ok(`quotas of ${region} that suffice for ${asked.live.name}: ${sufficient.join(", ")}`)]
        : []),
      ...compared.filter((one) => !suffices(one)).map((one) => wrong(shortage(region, one), raising(region, one))),
      ...[...unknown].map(([why, quotas]) =>
        notKnown(
          `${what} for ${quotas.map(({ counts }) => counts).join(", ")}: ${why}`,
          `use credentials that may call ${quotaActions}`,
        ),
      ),
    ];
  });
}
