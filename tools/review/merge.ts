import type { Review } from "./result";
import { severities } from "./rules/rule";

/** Reviews of several environments as one: what one of them says of elsewhere, another one has reviewed. */
export function mergeReviews(reviews: readonly Review[]): Review {
  const [only] = reviews;
  if (only && reviews.length === 1) return only;
  const [keyId, ...otherKeys] = new Set(reviews.map((one) => one.keyId));
  const reviewed = new Set(reviews.map(({ environment }) => environment));
  return {
    plans: reviews.flatMap(({ plans }) => plans),
    findings: reviews
      .flatMap(({ findings }) => findings)
      .sort((one, other) => severities.indexOf(one.severity) - severities.indexOf(other.severity)),
    notKnown: reviews.flatMap(({ notKnown }) => notKnown),
    cannotSee: [
      ...new Map(reviews.flatMap(({ cannotSee }) => cannotSee.map((one) => [one.rule, one] as const))).values(),
    ],
    outputs: reviews.flatMap(({ outputs }) => outputs),
    notPlanned: reviews.flatMap(({ notPlanned }) => notPlanned),
    elsewhere: [...new Set(reviews.flatMap(({ elsewhere }) => elsewhere))].filter((one) => !reviewed.has(one)),
    pictures: reviews.flatMap(({ pictures = [] }) => pictures),
    costs: reviews.flatMap(({ costs }) => costs),
    ...(keyId !== undefined && otherKeys.length === 0 && { keyId }),
  };
}
