import type { ExceptionView, Review } from "./result";
import { bySeverity } from "./rules/rule";

/** Reviews of several environments as one: what one of them says of elsewhere, another one has reviewed. */
export function mergeReviews(reviews: readonly Review[]): Review {
  const [only] = reviews;
  if (only && reviews.length === 1) return only;
  const [keyId, ...otherKeys] = new Set(reviews.map((one) => one.keyId));
  const reviewed = new Set(reviews.map(({ environment }) => environment));
  const exceptions = reviews.flatMap((one) => one.exceptions);
  return {
    plans: reviews.flatMap(({ plans }) => plans),
    // What is said of exceptions, each of them says.
    findings: bySeverity(distinct(reviews.flatMap(({ findings }) => findings))),
    excepted: bySeverity(reviews.flatMap(({ excepted }) => excepted)),
    exceptions: distinct(exceptions.map((one) => ({ ...one, is: stateIn(exceptions, one) }))),
    notKnown: reviews.flatMap(({ notKnown }) => notKnown),
    cannotSee: distinct(reviews.flatMap(({ cannotSee }) => cannotSee)),
    outputs: reviews.flatMap(({ outputs }) => outputs),
    notPlanned: reviews.flatMap(({ notPlanned }) => notPlanned),
    elsewhere: [...new Set(reviews.flatMap(({ elsewhere }) => elsewhere))].filter((one) => !reviewed.has(one)),
    costs: reviews.flatMap(({ costs }) => costs),
    pictures: reviews.flatMap(({ pictures = [] }) => pictures),
    ...(reviews.some(({ synthesized }) => synthesized) && { synthesized: true }),
    ...(keyId !== undefined && otherKeys.length === 0 && { keyId }),
  };
}

const distinct = <T>(some: readonly T[]): T[] => [
  ...new Map(some.map((one) => [JSON.stringify(one), one] as const)).values(),
];

/** An exception that one environment needs is used, whatever the others say. */
function stateIn(all: readonly ExceptionView[], { is, ...one }: ExceptionView): ExceptionView["is"] {
  const key = JSON.stringify(one);
  return all.some(({ is: other, ...its }) => other === "used" && JSON.stringify(its) === key) ? "used" : is;
}
