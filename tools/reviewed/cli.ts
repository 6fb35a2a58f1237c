import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { accountContract } from "../../modules/account/contract";
import { environments } from "../../regions/environments";
import { everywhere, stackId } from "../../regions/wiring/location";
import { command } from "../../terraform/process/command";
import { writeWhole } from "../../terraform/write-whole";
import { githubOf } from "../github/github";
import { findReviews } from "./find-reviews";
import { wavesOf } from "./waves";

interface Options {
  readonly commit: string;
  readonly out: string;
}

const wave = z.object({
  environment: z.string(),
  wave: z.int().describe("From 1."),
  last: z
    .boolean()
    .describe("Whether nothing of the environment has to be reviewed any more when this one is applied."),
});

export const reviewedCommand = command({
  name: "reviewed",
  about: "Finds on GitHub what was reviewed of a commit that was merged.",
  details:
    "For a workflow, before ./shop apply: it writes the review of each environment, and the waves in which they are approved as `waves` to GITHUB_OUTPUT. It needs GITHUB_TOKEN (actions: read, pull-requests: read) and GITHUB_REPOSITORY.",
  options: (program) =>
    program
      .requiredOption("--commit <sha>", "the commit of main, in full")
      .requiredOption("--out <folder>", "where the reviews are written, each in a folder named after its environment"),
  examples: [["reviewed --commit 4f2a1c… --out reviewed", "in a workflow, after a merge"]],
  result: z.object({
    pullRequest: z.int(),
    run: z.string().describe("Address of the run that planned it."),
    waves: z.array(wave).describe("Approvals, in their order."),
    byPeople: z.array(z.string()).describe("Roots that were reviewed, and that no workflow may apply."),
  }),
  text: ({ pullRequest, run, waves, byPeople }) =>
    [
      `#${pullRequest}, planned by ${run}`,
      ...waves.map((one) => `${one.environment}, wave ${one.wave}`),
      ...byPeople.map(
        (root) =>
          `${root}: a person applies it, since workflows must not change their own roles: ./shop apply --reviewed`,
      ),
    ].join("\n"),
  run: async ({ commit, out }: Options, { show }) => {
    const { pullRequest, run, reviews } = await findReviews(githubOf(), commit);
    const guarded = environments.map(({ name }) => stackId(name, everywhere, accountContract.name));
    // The file names what matters most first; that is applied last.
    const names = environments.map(({ name }) => name).reverse();
    const found = names.flatMap((environment) => {
      const review = reviews.get(environment);
      if (!review) return [];
      const plans = review.plans.filter(({ root }) => !guarded.includes(root));
      return [
        { environment, review: { ...review, plans }, byPeople: review.plans.filter((plan) => !plans.includes(plan)) },
      ];
    });
    for (const { environment, review } of found) {
      mkdirSync(join(out, environment), { recursive: true });
      writeWhole(join(out, environment, "review.json"), `${JSON.stringify(review, null, 2)}\n`);
    }
    const waves = found.flatMap(({ environment, review }) => wavesOf(environment, review));
    const { GITHUB_OUTPUT: output } = process.env;
    if (output) appendFileSync(output, `waves=${JSON.stringify(waves)}\n`);
    show({ pullRequest, run, waves, byPeople: found.flatMap(({ byPeople }) => byPeople.map(({ root }) => root)) });
    return 0;
  },
});
