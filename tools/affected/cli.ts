import { z } from "zod";
import { command } from "../../terraform/process/command";
import { projectRoot } from "../../terraform/project-root";
import { currentSynth } from "../current-synth";
import { synthOf } from "./base";
import { affectedRoot, compare } from "./compare";
import { Git } from "./git";
import { affectedText } from "./text";

interface Options {
  readonly since?: string;
  readonly verbose?: boolean;
}

export const affected = command({
  name: "affected",
  about: "Shows which roots a change of code touches, and how.",
  details:
    "It compares what is synthesized: the working tree with a commit. What AWS would do, only a plan says: a changed attribute may replace a resource, and a count or for_each is one resource here, as it is written. Descriptions of variables and outputs are left out.",
  options: (program) =>
    program
      .option("--since <ref>", "commit, branch or tag to compare with (default: where this branch left the main one)")
      .option("--verbose", "name every resource, argument and attribute"),
  examples: [
    ["affected", "what this branch and the working tree change"],
    ["affected --since v1.2.0", "what has changed since a tag"],
    ["affected --since HEAD --verbose", "what is not committed yet, resource by resource"],
  ],
  result: z.object({
    since: z.object({ commit: z.string(), because: z.string().describe("Why this commit.") }),
    roots: z
      .array(affectedRoot)
      .describe("In the order of deploying; what is gone is last, in the order of destroying."),
  }),
  text: ({ roots }, { verbose = false }: Options) =>
    roots.length === 0 ? "No root is affected." : affectedText(roots, verbose),
  interrupted: "stopping",
  run: async ({ since }: Options, { signal, say, show }) => {
    const git = new Git(projectRoot, signal);
    const base = since === undefined ? await git.base() : await git.named(since);
    say(`compared with ${base.commit.slice(0, 12)} (${base.because})`);
    const before = await synthOf(base.commit, signal);
    show({ since: base, roots: compare(before, await currentSynth()) });
    return 0;
  },
});
