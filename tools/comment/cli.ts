import { InvalidArgumentError } from "commander";
import { z } from "zod";
import { command } from "../../terraform/process/command";
import { largestBody, markLength, writeComment } from "../github/comment";
import { githubOf } from "../github/github";
import { comment } from "../review/comment/comment";
import { mergeReviews } from "../review/merge";
import { readReview } from "../review/read-review";
import { withSince } from "../review/since/since";
import { writeReview } from "../review/write";

interface Options {
  readonly pullRequest: number;
  readonly out?: string;
  readonly dryRun?: boolean;
}

/** By which the comment is found again. */
const name = "plan-review";

export const commentCommand = command({
  name: "comment",
  about: "Writes reviews to a pull request, as one comment that is edited in place.",
  details:
    "It needs GITHUB_TOKEN (pull-requests: write) and GITHUB_REPOSITORY. Reviews of several environments become one.",
  options: (program) =>
    program
      .argument("<file...>", "what ./shop review --out has written: review.json")
      .requiredOption("--pull-request <number>", "the pull request", positive)
      .option("--out <folder>", "write the one review there, too: review.md, review.json, review.sarif"),
  examples: [["comment --pull-request 17 review/review.json", "comment, or edit the comment that is there"]],
  dryRun: "show the comment; write nothing to GitHub",
  result: z.object({
    url: z.string().nullable().describe("Address of the comment; null where it was only shown."),
    text: z.string(),
  }),
  text: ({ url, text }) => url ?? text,
  run: async ({ pullRequest, out, dryRun }: Options, { args, show }) => {
    const review = mergeReviews(args.map((file) => readReview("file", file)));
    if (out !== undefined) writeReview(out, review);
    const text = (earlier?: string): string =>
      comment(earlier === undefined ? review : withSince(review, earlier), largestBody - markLength);
    show(dryRun ? { url: null, text: text() } : await writeComment(githubOf(), pullRequest, { name, text }));
    return 0;
  },
});

function positive(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new InvalidArgumentError("It is the number of a pull request, such as 17.");
}
