import { recoveryOf } from "../../regions/wiring/location";
import { contractOf } from "../../regions/wiring/tiers";
import type { ValuedResource } from "../../terraform/values/resource";
import { valuedResources } from "../../terraform/values/synthesized";
import { type Hourly, hourlyOf } from "../../tools/cost/hourly";
import { synthesizedIn } from "../checkout";
import type { Drill } from "../drill";
import type { Report } from "./schema";
import { duration } from "./words";

/** What the region that is lost and the one that is rebuilt cost on AWS for an hour, by what was synthesized for them. */
export const hourlyOfDrill = (settings: Place, checkout: string): Hourly => {
  const { name } = settings.environment;
  return hourlyOf(madeByDrill(valuedResources(synthesizedIn(checkout), [name]), settings), name);
};

/** Where a drill works. */
interface Place {
  readonly environment: { readonly name: string };
  readonly lost: { readonly name: string };
  readonly target: { readonly region: string };
}

/** What a drill stands up by itself; what regions share stands all the time, so it is no cost of a drill. */
export const madeByDrill = (all: readonly ValuedResource[], { lost, target }: Place): ValuedResource[] =>
  all.filter(({ region, tier, recovery, root }) =>
    recovery
      ? region === target.region && root.endsWith(recoveryOf(lost.name))
      : region === lost.name && contractOf(tier)?.scope === "region",
  );

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
