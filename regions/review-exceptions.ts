import { defineReviewExceptions } from "./schema/review-exceptions-schema";

/**
 * Findings of `./shop review` that somebody answers for. They are shown, and do not fail a review.
 *
 * One works from the moment that it is on the main branch: the pull request that adds it is still judged without it.
 * For example: `{ rule: "faces-the-internet", root: "prod-*-web", reason: "…", owner: "platform", until: "2027-06-30" }`.
 */
export const reviewExceptions = defineReviewExceptions([]);
