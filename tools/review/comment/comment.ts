import type { Review } from "../result";
import { marked } from "../since/snapshot";
import { beside, noise, notKnown } from "./beside";
import { changes } from "./changes";
import { drawn } from "./drawn";
import { exceptions } from "./exceptions";
import { fitted } from "./fit";
import { graph } from "./graph";
import { risks } from "./risks";
import { failures, verdict } from "./verdict";

/** GitHub takes comments of 65,536 characters; it does not say of which kind, and there are never more of them than bytes. */
export const commentLimit = 65_536;

/**
 * The review as a comment on a pull request, in GitHub's Markdown, in the order of what a reviewer with ten minutes needs. What
 * does not fit in so many bytes is shortened, folded or counted, the least risky first.
 */
export function comment(review: Review, limit = commentLimit): string {
  const snapshot = marked(review);
  const text = fitted(
    verdict(review),
    [
      ...failures(review),
      ...risks(review),
      ...exceptions(review),
      ...beside(review),
      ...changes(review),
      ...graph(review),
      ...drawn(review),
      ...notKnown(review),
      ...noise(review),
    ],
    limit - snapshot.length - 3,
  );
  return `${text}\n\n${snapshot}\n`;
}
