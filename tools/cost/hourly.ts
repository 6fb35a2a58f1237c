import { usageFrom } from "../../regions/schema/usage-schema";
import { usage } from "../../regions/usage";
import type { ValuedResource } from "../../terraform/values/resource";
import { readBook } from "./book";
import { estimate, total } from "./estimate";
import type { Range } from "./range";

/** What resources cost for an hour that they are there, without what is used of them. */
export interface Hourly {
  readonly usd: Range;
  /** What of the expected price rests on one source, memory, or a derived figure. */
  readonly uncertainUsd: number;
}

/** USD for an hour of what resources of an environment cost by the hour: instances, capacity, gateways, endpoints, keys. */
export function hourlyOf(resources: readonly ValuedResource[], environment: string): Hourly {
  const book = readBook();
  const lines = estimate(resources, usage.get(environment) ?? usageFrom({}), book).lines.filter(
    ({ per }) => per === "hour",
  );
  const { low, expected, high } = total(lines);
  const uncertain = total(lines.filter((one) => one.uncertain.length > 0)).expected;
  const hours = book.hoursPerMonth;
  return {
    usd: { low: low / hours, expected: expected / hours, high: high / hours },
    uncertainUsd: uncertain / hours,
  };
}
