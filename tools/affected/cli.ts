import { z } from "zod";
import { command } from "../../terraform/process/command";
import { projectRoot } from "../../terraform/project-root";
import { currentSynth } from "../current-synth";
import { synthOf } from "./base";
import { type AffectedRoot, affectedRoot, compare } from "./compare";
import { Git } from "./git";
import { summarize } from "./summary";
import { affectedText } from "./text";

interface Options {
  readonly since?: string;
  readonly verbose?: boolean;
}

const textOf = (roots: readonly AffectedRoot[], verbose: boolean): string =>
  roots.length === 0 ? "No root is affected." : affectedText(roots, verbose);

export const affected = command({
  name: "affected",
  about: "Shows which roots a change affects, and what changes in each.",
  details:
    "It compares the synthesized files of the working tree with those of a commit. Only a plan tells what AWS would do: a changed attribute may replace a resource, and a resource with count or for_each counts as one. Descriptions of variables and outputs are ignored.",
  options: (program) =>
    program
      .option("--since <ref>", "commit, branch or tag to compare with (default: where this branch left the main one)")
      .option("--verbose", "name every resource, argument and attribute"),
  examples: [
    ["affected", "changes of this branch and the working tree"],
    ["affected --since v1.2.0", "changes since a tag"],
    ["affected --since HEAD --verbose", "uncommitted changes, resource by resource"],
  ],
  result: z.object({
    since: z.object({ commit: z.string(), because: z.string().describe("Why this commit.") }),
    roots: z
      .array(affectedRoot)
      .describe("In the order of deploying; what is gone is last, in the order of destroying."),
  }),
  text: ({ roots }, { verbose = false }: Options) => textOf(roots, verbose),
  interrupted: "stopping",
  run: async ({ since, verbose = false }: Options, { signal, say, show }) => {
    const git = new Git(projectRoot, signal);
    const base = await git.since(since);
    say(`compared with ${base.commit.slice(0, 12)} (${base.because})`);
    const before = await synthOf(base.commit, signal);
    const roots = compare(before, await currentSynth());
    show({ since: base, roots });
    summarize("What the change affects; nothing of it was planned", textOf(roots, verbose));
    return 0;
  },
});
