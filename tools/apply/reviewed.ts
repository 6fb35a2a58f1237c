import { UserError } from "../../modules/core/user-error";
import { jsonFile } from "../json-file";
import { type PlanView, reviewResult } from "../review/result";

/** What was reviewed of a root: the digest of its plan, or what had to be applied before it. */
export type Reviewed = Pick<PlanView, "root" | "digest" | "provisional">;

/**
 * Reads what was reviewed from the files that a review has written.
 *
 * @throws UserError where one of them is no review, or two say different things of a root
 */
export function readReviewed(files: readonly string[]): Map<string, Reviewed> {
  const reviewed = new Map<string, Reviewed>();
  for (const file of files) {
    const { success, data } = reviewResult.safeParse(jsonFile("--reviewed", file, wayOut));
    if (!success) throw new UserError(`--reviewed: ${file} is no review${wayOut}`);
    for (const plan of data.plans) {
      const other = reviewed.get(plan.root);
      if (other && digestText(other) !== digestText(plan))
        throw new UserError(
          `--reviewed: two files say different things of ${plan.root}. Give the one that was approved. Nothing was done.`,
        );
      reviewed.set(plan.root, plan);
    }
  }
  return reviewed;
}

const wayOut = ". Give a review.json that ./shop review --out has written.";

const digestText = ({ digest }: Reviewed): string => JSON.stringify([digest?.files, digest?.changes]);
