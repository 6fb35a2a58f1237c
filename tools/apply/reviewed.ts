import { readReview } from "../review/read-review";
import type { PlanView } from "../review/result";

/** What was reviewed of a root: the digest of its plan, what had to be there before it, or why there was no plan. */
export type Reviewed = Pick<PlanView, "root" | "digest" | "provisional"> & { readonly notPlanned?: string };

/**
 * What was reviewed, by root, from the files that reviews have written. Of several that speak of a root, the last one counts:
 * it was made after something had been applied.
 *
 * @throws UserError where one of them is no review
 */
export function readReviewed(files: readonly string[]): Map<string, Reviewed> {
  const reviewed = new Map<string, Reviewed>();
  for (const { plans, notPlanned } of files.map((file) => readReview("--reviewed", file))) {
    for (const plan of plans) reviewed.set(plan.root, plan);
    for (const { root, why } of notPlanned) reviewed.set(root, { root, provisional: [], notPlanned: why });
  }
  return reviewed;
}
