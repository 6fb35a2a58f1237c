import { command } from "../../terraform/process/command";
import { environmentOfCaller } from "../bootstrap/environment-of-caller";
import { currentSynth } from "../current-synth";
import { largestBody, markLength } from "../github/comment";
import { githubOf } from "../github/github";
import { keepIssue } from "../github/issue";
import { comment } from "../review/comment/comment";
import { estateOf, reviewRoots } from "../review/planning/estate";
import { reviewResult } from "../review/result";
import { writeReview } from "../review/write";
import { driftIn, isGone } from "./drift-in";

interface Options {
  readonly issue?: boolean;
  readonly out?: string;
  readonly dryRun?: boolean;
}

export const drift = command({
  name: "drift",
  about: "Shows where AWS is not what the code says: plans every deployed root.",
  details:
    "It plans with your credentials, read-only and without locks; no plan is kept. With --issue it opens an issue of the repository for what it finds, keeps that up to date, and closes it when all is gone. What cannot be planned is told, and keeps the issue open. --issue needs GITHUB_TOKEN (issues: write) and GITHUB_REPOSITORY.",
  options: (program) =>
    program
      .argument("[environment]", "one of regions/environments.ts (default: the one of your credentials)")
      .option("--issue", "keep an issue about it")
      .option("--out <folder>", "write it there, too: review.md, review.json, review.sarif"),
  examples: [
    ["drift", "the environment of your credentials"],
    ["drift prod --issue", "and an issue about it"],
  ],
  exitCodes: { 0: "AWS is what the code says", 1: "it is not, or a root could not be planned" },
  dryRun: "write no issue",
  interrupted: "stopping",
  result: reviewResult,
  text: (review) => (isGone(review) ? "AWS is what the code says." : comment(review)),
  run: async ({ issue, out, dryRun }: Options, { args, signal, progress, show, say }) => {
    const github = issue && !dryRun ? githubOf() : undefined;
    const environment = await environmentOfCaller(args[0]);
    const estate = await estateOf(environment, await currentSynth());
    const stored = await Promise.all(
      estate.roots.map(({ backend }) => (backend ? estate.stored(backend) : "no state")),
    );
    const deployed = new Set(estate.roots.map(({ id }) => id).filter((_, index) => stored[index] === "state"));
    const found = driftIn(
      await progress.run(`Plans of ${environment.name}`, (tell) =>
        reviewRoots(estate, deployed, { say: tell, signal }),
      ),
    );
    if (out !== undefined) writeReview(out, found);
    show(found);
    if (github) {
      const url = await keepIssue(github, {
        name: `drift ${environment.name}`,
        label: "drift",
        title: `${environment.name}: AWS is not what main says`,
        text: isGone(found) ? undefined : comment(found, largestBody - markLength),
        gone: "AWS is what the code says again.",
      });
      if (url) say(isGone(found) ? `closed ${url}` : url);
    }
    return isGone(found) ? 0 : 1;
  },
});
