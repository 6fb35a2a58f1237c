import { defineReviewExceptions } from "../../../regions/schema/review-exceptions-schema";

/** None: what a review finds in the example is found. */
export const reviewExceptions = defineReviewExceptions([]);
