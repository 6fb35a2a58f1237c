import { Option } from "commander";
import { z } from "zod";
import { command } from "../terraform/process/command";
import { type DrillPlan, drillPlan, planText } from "./plan";
import { type DrillOptions, preflight } from "./preflight";
import { type Report, reportSchema } from "./report/schema";
import { verdictBlock } from "./report/terminal";

export const drill = command<DrillOptions & { readonly quiet?: boolean }, Report | DrillPlan>({
  name: "drill",
  about: "Loses a region, rebuilds it in another one, verifies it, and removes everything.",
  details:
    "It rebuilds the region from git and measures how long that takes. On a local AWS, or with --aws in the dev account.",
  options: (program) =>
    program
      .option("--ref <ref>", "commit, branch or tag to build both regions from", "HEAD")
      .option("--lost <region>", "region to lose (default: that of the first target of dr/targets.ts)")
      .option("--target <region>", "where to rebuild (default: that of the first target)")
      .addOption(
        new Option(
          "--endpoint <url>",
          "use an AWS emulator that already runs on this machine (default: start our own)",
        ).conflicts("aws"),
      )
      .option("--aws", "run in the real dev account; its shared infrastructure must already be deployed")
      .option("--keep", "keep both regions up until Enter is pressed"),
  examples: [
    ["drill", "HEAD, into the first target, on a local AWS"],
    ["drill --lost eu-west-1 --target eu-central-1", "one of several targets"],
    ["drill --dry-run", "check everything, list the steps"],
    ["drill --keep", "keep both regions up until Enter"],
    ["drill --aws", "in the dev account"],
  ],
  exitCodes: { 0: "proved", 1: "not proved" },
  dryRun: "check everything that a drill needs and list its steps; create nothing",
  result: z.union([reportSchema, drillPlan]),
  text: (result) => ("dryRun" in result ? planText(result) : verdictBlock(result)),
  run: async ({ quiet, dryRun, ...options }, { say, show }) => {
    const checked = await preflight(options);
    // With the steps comes the whole AWS SDK: two seconds, for nothing where something is refused.
    const { carryOut } = await import("./carry-out");
    return carryOut(checked, { say, show, ...(quiet === undefined ? {} : { quiet }), ...(dryRun ? { dryRun } : {}) });
  },
});
