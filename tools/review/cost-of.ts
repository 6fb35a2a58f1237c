import { usageFrom } from "../../regions/schema/usage-schema";
import { usage } from "../../regions/usage";
import { readBook } from "../cost/book";
import type { CostChange } from "../cost/change";
import { plansCost } from "../cost/plan-cost";
import type { Planned } from "./review";

/** What plans together change of the cost a month; nothing where none says how its provider is configured. */
export function costOf(plans: readonly Planned[]): CostChange[] {
  const priced = plans.map(({ json }) => json).filter(isConfigured);
  if (priced.length === 0) return [];
  return [plansCost(priced, { usageOf: (name) => usage.get(name) ?? usageFrom({}), book: readBook() })];
}

/** Whether it says of which region its resources are: without that, they have no price. */
const isConfigured = (plan: unknown): boolean =>
  typeof Object(plan).configuration === "object" && Object(Object(plan).configuration).provider_config !== undefined;
