import { join } from "node:path";
import { Option } from "commander";
import { command } from "../terraform/process/command";
import { projectRoot } from "../terraform/project-root";
import { conduct } from "./conduct";
import { Drill } from "./drill";
import { type DrillOptions, preflight } from "./preflight";
import { steps } from "./steps/all";

await command<DrillOptions>({
  name: "drill",
  about:
    "Loses a region, rebuilds it in another one from git, verifies and measures it, and leaves nothing behind. In a local AWS, or with --aws in the account of dev.",
  options: (drill) =>
    drill
      .option("--ref <ref>", "commit, branch or tag to build both regions from", "HEAD")
      .option("--target <region>", "where to rebuild (default: the first target of dr/targets.ts)")
      .addOption(new Option("--endpoint <url>", "a local AWS on loopback to use instead of our own").conflicts("aws"))
      .option("--aws", "drill in AWS itself: in the account of dev, where what regions share is deployed")
      .option("--keep", "leave both regions up until Enter is pressed"),
  run: async (options) => {
    const settings = await preflight(options, new Date());
    return conduct(steps(settings), new Drill(settings), join(projectRoot, "drill-report"));
  },
});
