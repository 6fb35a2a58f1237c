import { AutoScalingClient } from "@aws-sdk/client-auto-scaling";
import { ECSClient } from "@aws-sdk/client-ecs";
import { InvalidArgumentError } from "commander";
import { z } from "zod";
import { command } from "../../terraform/process/command";
import { callersAws } from "../bootstrap/caller";
import { environmentOfCaller } from "../bootstrap/environment-of-caller";
import { currentSynth } from "../current-synth";
import { comment } from "../review/comment/comment";
import { estateOf, reviewRoots, workIn } from "../review/planning/estate";
import { reviewResult } from "../review/result";
import { review } from "../review/review";
import { writeReview } from "../review/write";
import { applyReviewed, type ToApply } from "./apply-reviewed";
import { isWell, type Outcome, outcome } from "./outcome";
import { readReviewed } from "./reviewed";
import type { Asked } from "./roll-out/roll-out";

interface Options {
  readonly reviewed: readonly string[];
  readonly out?: string;
  readonly wave?: Wave;
  readonly dryRun?: boolean;
}

const asked = (region: string): Asked => ({
  autoScaling: new AutoScalingClient({ region }),
  ecs: new ECSClient({ region }),
});

/** One of several approvals, from 1. */
interface Wave {
  readonly number: number;
  readonly of: number;
}

function waveOf(text: string): Wave {
  const [, number, of] = /^(\d+)\/(\d+)$/.exec(text)?.map(Number) ?? [];
  if (number !== undefined && of !== undefined && number >= 1 && number <= of) return { number, of };
  throw new InvalidArgumentError('It is a number and how many there are, such as "1/2".');
}

export const applyCommand = command({
  name: "apply",
  about: "Applies what was reviewed, and nothing else.",
  details:
    "It plans each reviewed root again, in the order of deploying, and applies that very plan if it does what was reviewed: the same synthesized files and the same changes. A root with another plan is left, with all that come after it, and its new plan is reviewed for a new approval. It waits until AWS has replaced instances and tasks, for half an hour at most, and says what failed.",
  options: (program) =>
    program
      .argument("[environment]", "one of regions/environments.ts (default: the one of your credentials)")
      .requiredOption("--reviewed <file...>", "what ./shop review --out has written: review.json")
      .option("--wave <number/of>", "of so many approvals, this one: what awaits the next does not fail it", waveOf)
      .option("--out <folder>", "write the review of what was left there: review.md, review.json, review.sarif"),
  examples: [
    ["apply --reviewed review/review.json", "apply what was reviewed to the environment of your credentials"],
    ["apply --reviewed review/review.json --dry-run", "only compare plans with what was reviewed"],
  ],
  exitCodes: { 0: "all that was reviewed is applied", 1: "something was left, or failed: it says what" },
  confirms: true,
  dryRun: "plan, and compare with what was reviewed; apply nothing",
  interrupted: "Terraform finishes what is under way",
  result: z.object({
    environment: z.string(),
    roots: z.array(outcome).describe("Every reviewed root of the environment, in the order of deploying."),
    review: reviewResult.describe("Of what has to be reviewed again."),
  }),
  text: ({ environment, roots, review: again }) =>
    [
      roots.length === 0 ? `Nothing of ${environment} was reviewed.` : "",
      ...roots.map(({ root, is, why }) => `${root}: ${is}${why ? `. ${why}` : ""}`),
      ...(again.plans.length > 0 ? ["", comment(again)] : []),
    ]
      .filter((line, index) => line !== "" || index > 0)
      .join("\n"),
  run: async ({ reviewed: files, out, wave, dryRun = false }: Options, terminal) => {
    const { args, signal, progress, agree, refuseUnasked, show } = terminal;
    const reviewed = readReviewed(files);
    const environment = await environmentOfCaller(args[0]);
    const estate = await estateOf(environment, await currentSynth());
    const toApply = estate.roots.flatMap((root): ToApply[] => {
      const its = reviewed.get(root.id);
      return its ? [{ root, reviewed: its }] : [];
    });
    const question = `apply what was reviewed of ${toApply.map(({ root }) => root.id).join(", ")} (account ${environment.account}, ${callersAws()})`;
    if (toApply.length > 0 && !dryRun) {
      refuseUnasked(question);
      if (!(await agree(question))) return 1;
    }
    const work = workIn(estate);
    try {
      const roots = await progress.run(`Reviewed plans of ${environment.name}`, (say) =>
        applyReviewed(toApply, { work, dryRun, asked, say, signal }),
      );
      const left = new Set(roots.filter(({ is }) => !isWell({ is })).map(({ root }) => root));
      const isOver = signal.aborted || roots.some(({ is }) => is === "failed");
      const again =
        isOver || left.size === 0
          ? review([])
          : await progress.run("Plans for a new review", async (say) =>
              reviewRoots(await estateOf(environment, estate.out), left, { say, signal }),
            );
      if (out !== undefined && left.size > 0) writeReview(out, again);
      show({ environment: environment.name, roots, review: again });
      const isExpected = ({ is }: Outcome) =>
        wave !== undefined && wave.number < wave.of && (is === "awaited others" || is === "waits");
      return roots.every((one) => isWell(one) || isExpected(one)) ? 0 : 1;
    } finally {
      work.remove();
    }
  },
});
