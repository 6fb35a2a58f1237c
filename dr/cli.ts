import { Option } from "commander";
import { command } from "../terraform/process/command";
import { conduct } from "./conduct";
import { Drill } from "./drill";
import { type DrillOptions, preflight } from "./preflight";
import { type Report, reportSchema } from "./report/schema";
import { verdictBlock } from "./report/terminal";
import { steps } from "./steps/all";

export const drill = command<DrillOptions & { readonly quiet?: boolean }, Report>({
  name: "drill",
  about: "Loses a region, rebuilds it in another one, proves it, and leaves nothing behind.",
  details:
    "It rebuilds the region from git, verifies it and measures how long that took. In a local AWS, or with --aws in the account of dev.",
  options: (program) =>
    program
      .option("--ref <ref>", "commit, branch or tag to build both regions from", "HEAD")
      .option("--target <region>", "where to rebuild (default: the first target of dr/targets.ts)")
      .addOption(new Option("--endpoint <url>", "a local AWS on loopback to use instead of our own").conflicts("aws"))
      .option("--aws", "drill in AWS itself: in the account of dev, where what regions share is deployed")
      .option("--keep", "leave both regions up until Enter is pressed"),
  examples: [
    ["drill", "HEAD, into the first target, on a local AWS"],
    ["drill --target eu-central-1", "into another target"],
    ["drill --keep", "leave both regions up until Enter"],
    ["drill --aws", "in the dev account"],
  ],
  exitCodes: { 0: "proved", 1: "not proved" },
  result: reportSchema,
  text: verdictBlock,
  run: async ({ quiet, ...options }, { show }) => {
    const settings = await preflight(options, new Date());
    return conduct(steps(settings), new Drill(settings), { show, quiet });
  },
});
