import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../../terraform/make-folder";
import { jsonText } from "../../terraform/process/json-text";
import { writeWhole } from "../../terraform/write-whole";
import { comment } from "./comment/comment";
import type { Review } from "./result";
import { sarif } from "./sarif/sarif";

/** What GitHub takes of a step's summary is 1 MiB. */
const largestSummary = 1_000_000;

/** Writes a review in its forms, each file whole; on GitHub, adds it to the job's summary. */
export function writeReview(folder: string, review: Review, summary = process.env.GITHUB_STEP_SUMMARY): void {
  makeFolder(folder, "--out");
  const forms = {
    "review.json": `${jsonText(review, 2)}\n`,
    "review.md": comment(review, Number.POSITIVE_INFINITY),
    "review.sarif": `${jsonText(sarif(review))}\n`,
  };
  for (const [name, content] of Object.entries(forms)) writeWhole(join(folder, name), content);
  if (summary) appendFileSync(summary, comment(review, largestSummary));
}
