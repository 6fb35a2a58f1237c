import { plannedResources } from "../../terraform/values/planned";
import { type CostChange, changeBetween, thresholdUsd } from "./change";
import { estimate } from "./estimate";
import type { Basis } from "./report";

/**
 * What a plan changes of the cost a month, for its review: the range, the three resources that change it most, and a line
 * for people, which is null below the threshold.
 */
export function planCost(
  plan: unknown,
  { usage, book }: Pick<Basis, "usage" | "book">,
  threshold = thresholdUsd,
): CostChange {
  const { before, after } = plannedResources(plan);
  return changeBetween(estimate(before, usage, book), estimate(after, usage, book), threshold);
}
