import { contractOf } from "../../../regions/wiring/tiers";
import type { ValuedResource } from "../../../terraform/values/resource";
import { coverageOf } from "../read/coverage";
import { type EstateRule, finding, type Severity } from "./rule";

/** What no drill has rebuilt may not be rebuilt when it matters. */
export const leavesTheDrill: EstateRule = {
  id: "leaves-the-drill",
  about: "A region that can be recovered gets something that its recovery does not make, or that no drill makes.",
  severities: ["high", "medium"],
  cannotSee:
    "Whether what a recovery makes works: the drill tells. It knows recoveries of this platform only, and in them what modules make.",
  wayOut: "Make it in a module that the recovery calls, and where drills see it.",
  mayBeUnknown: true,
  checkEstate: ({ environment, before, after }) => {
    const [was, is] = [coverageOf(environment, before.resources), coverageOf(environment, after.resources)];
    const stood = new Map(before.resources.filter(isOfRegion).map((one) => [keyOf(one), one]));
    return after.resources
      .filter((one) => one.environment === environment && isOfRegion(one))
      .flatMap((one) => {
        const { root, address, type, region, tier } = one;
        const found = (severity: Severity, why: string, wayOut: string) => [
          { root, address, verdict: finding({ severity, why, wayOut }) },
        ];
        const isNew = !stood.has(keyOf(one));
        if (was.recovers(region) && !is.recovers(region)) return isNew ? [] : found("high", gone(region), back);
        if (!is.recovers(region)) return [];
        if (!is.makes(region, address) && (isNew || was.makes(region, address)))
          return found(
            "high",
            `The recovery of ${region} does not make it: when the region is lost, it is lost, too.`,
            make(tier),
          );
        if (isNew && !is.isDrilled(type) && is.isDrilledAtAll)
          return found(
            "medium",
            `No drill makes any ${type}: the recovery of ${region} has it, and nobody has seen it work.`,
            drill,
          );
        return [];
      });
  },
  missedIn: ({ changes }) =>
    changes.some(({ type, fate }) => fate === "create" && type.startsWith("aws_")) ? "recovery" : undefined,
};

/** What a region has of its own, while it stands: it is lost with it. */
const isOfRegion = ({ tier, recovery }: ValuedResource): boolean => !recovery && contractOf(tier)?.scope === "region";

const keyOf = ({ root, address }: ValuedResource): string => `${root} ${address}`;

const gone = (region: string): string =>
  `Nothing recovers ${region} any more: when the region is lost, it is lost, too.`;
const back = "Leave the region's target in dr/targets.ts, or say in its file why nothing needs to recover it.";
const make = (tier: string): string => `Make it in modules/${tier}, and let the recovery call that module; then drill.`;
const drill = "Let the environment that is drilled have it, too, and give it a reader in dr/inventory.";
