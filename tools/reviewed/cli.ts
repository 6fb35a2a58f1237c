import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { accountContract } from "../../modules/account/contract";
import { stateContract } from "../../modules/state/contract";
import { environments } from "../../regions/environments";
import { everywhere, stackId } from "../../regions/wiring/location";
import { makeFolder } from "../../terraform/make-folder";
import { command } from "../../terraform/process/command";
import { writeWhole } from "../../terraform/write-whole";
import { githubOf } from "../github/github";
import { approvalsFor } from "./approvals";
import { findReviews } from "./find-reviews";

interface Options {
  readonly commit: string;
  readonly out: string;
}

const wave = z.object({
  environment: z.string(),
  account: z.string(),
  region: z.string().describe("Where its states of what all regions share are."),
  wave: z.int().describe("From 1."),
  of: z.int().describe("How many there are of the environment."),
});

/** What the roles of workflows are made by, and what their states are kept in: with it, a workflow could make itself anything. */
const isMadeByPeople = (environment: string, root: string): boolean =>
  root === stackId(environment, everywhere, accountContract.name) || root.endsWith(`-${stateContract.name}`);

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
      ...waves.map(({ environment, wave, of }) => `${environment}, wave ${wave} of ${of}`),
      ...byPeople.map(
        (root) =>
          `${root}: a person applies it, since workflows must not change their own roles: ./shop apply --reviewed`,
      ),
    ].join("\n"),
  run: async ({ commit, out }: Options, { show }) => {
    const { pullRequest, run, reviews } = await findReviews(githubOf(), commit);
    // The file names what matters most first; that is applied last.
    const found = [...environments].reverse().flatMap((environment) => {
      const review = reviews.get(environment.name);
      if (!review) return [];
      const byPeople = review.plans.filter(({ root }) => isMadeByPeople(environment.name, root));
      return [
        { environment, review: { ...review, plans: review.plans.filter((one) => !byPeople.includes(one)) }, byPeople },
      ];
    });
    for (const { environment, review } of found) {
      makeFolder(join(out, environment.name), "--out");
      writeWhole(join(out, environment.name, "review.json"), `${JSON.stringify(review, null, 2)}\n`);
    }
    const waves = found.flatMap(({ environment: { name, account, stateRegion: region }, review }) => {
      const of = approvalsFor(review);
      return Array.from({ length: of }, (_, index) => ({ environment: name, account, region, wave: index + 1, of }));
    });
    const { GITHUB_OUTPUT: output } = process.env;
    if (output) appendFileSync(output, `waves=${JSON.stringify(waves)}\n`);
    show({ pullRequest, run, waves, byPeople: found.flatMap(({ byPeople }) => byPeople.map(({ root }) => root)) });
    return 0;
  },
});
