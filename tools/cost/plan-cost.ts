import type { Usage } from "../../regions/schema/usage-schema";
import { plannedResources } from "../../terraform/values/planned";
import type { ValuedResource } from "../../terraform/values/resource";
import type { PriceBook } from "./book";
import { type CostChange, changeBetween } from "./change";
import { type Estimate, estimate } from "./estimate";
import type { Basis } from "./report";

/**
 * What a plan changes of the cost a month, for its review: the range, the three resources that change it most, and a line
 * for people, which is null below the threshold.
 */
export const planCost = (plan: unknown, { usage, book }: Pick<Basis, "usage" | "book">): CostChange =>
  plansCost([plan], { usageOf: () => usage, book });

/** What several plans together change of the cost a month, each by the usage of the environment that it is of. */
export function plansCost(
  plans: readonly unknown[],
  { usageOf, book }: { usageOf(environment: string): Usage; book: PriceBook },
): CostChange {
  const planned = plans.map(plannedResources);
  const estimated = (resources: readonly ValuedResource[]): Estimate => {
    const names = [...new Set(resources.map(({ environment }) => environment))];
    const estimates = names.map((name) =>
      estimate(
        resources.filter(({ environment }) => environment === name),
        usageOf(name),
        book,
      ),
    );
    return { lines: estimates.flatMap(({ lines }) => lines), unpriced: estimates.flatMap(({ unpriced }) => unpriced) };
  };
  const [before, after] = [planned.flatMap((one) => one.before), planned.flatMap((one) => one.after)];
  return changeBetween(estimated(before), estimated(after));
}
