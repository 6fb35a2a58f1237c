import { contractOf } from "../../regions/wiring/tiers";
import { valuedResources } from "../../terraform/values/synthesized";
import { type Hourly, hourlyOf } from "../../tools/cost/hourly";
import { synthesizedIn } from "../checkout";
import type { Drill } from "../drill";
import type { Report } from "./schema";
import { duration } from "./words";

/**
 * What the region that is lost and the one that is rebuilt cost on AWS for an hour, by what was synthesized for them.
 *
 * What regions share stands all the time, so it is no cost of a drill.
 */
export function hourlyOfDrill({ environment, lost, target }: Drill["settings"], checkout: string): Hourly {
  const resources = valuedResources(synthesizedIn(checkout), [environment.name]);
  const own = resources.filter(({ region, tier, recovery }) =>
    recovery ? region === target.region : region === lost.name && contractOf(tier)?.scope === "region",
  );
  return hourlyOf(own, environment.name);
}

/** What a drill that takes as long costs on AWS: the time that it took, and at the most each hour that it began. */
export function nightOf({ found: { hourly } }: Pick<Drill, "found">, seconds: number): Pick<Report, "night"> {
  if (!hourly) return {};
  const hours = seconds / 3_600;
  const { low, expected, high } = hourly.usd;
  const usd = { low: cents(low * hours), expected: cents(expected * hours), high: cents(high * Math.ceil(hours)) };
  return {
    night: {
      usd,
      hourlyUsd: cents(expected),
      worth:
        `On AWS, both regions for ${duration(seconds)} cost about ${money(usd.expected)} USD (${money(usd.low)} to ${money(usd.high)}): ` +
        `${money(expected)} USD an hour by list prices, ${money(hourly.uncertainUsd)} of it uncertain. ` +
        "What they use, such as traffic, and what regions share is not in it.",
    },
  };
}

const cents = (usd: number): number => Math.round(usd * 100) / 100;
const money = (usd: number): string => usd.toFixed(2);
