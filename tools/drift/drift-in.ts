import type { PlanView, Review } from "../review/result";

/** What of a review of deployed roots is drift: the plans that change something, and what could not be planned. */
export function driftIn(review: Review): Review {
  const differs = ({ changes, outputs }: PlanView): boolean => changes.length + outputs.length > 0;
  return { ...review, plans: review.plans.filter(differs) };
}

/** Whether AWS is, everywhere, known to be what the code says. */
export const isGone = ({ plans, notPlanned }: Review): boolean => plans.length + notPlanned.length === 0;
