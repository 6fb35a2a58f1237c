import { join } from "node:path";
import { Command, Option } from "commander";
import { projectRoot } from "../terraform/project-root";
import { conduct } from "./conduct";
import { Drill } from "./drill";
import { type DrillOptions, preflight } from "./preflight";
import { steps } from "./steps/all";

const options = new Command("drill")
  .description(
    "Loses a region, rebuilds it in another one from git, verifies and measures it, and leaves nothing. In a local AWS, or with --aws in the account of dev.",
  )
  .option("--ref <ref>", "commit, branch or tag to build both regions from", "HEAD")
  .option("--target <region>", "where to rebuild (default: the first target of dr/targets.ts)")
  .addOption(new Option("--endpoint <url>", "another local AWS on loopback than our own").conflicts("aws"))
  .option("--aws", "AWS itself: the account of dev, where what regions share is deployed")
  .option("--keep", "leave both regions up until Enter is pressed")
  .allowExcessArguments(false)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .parse()
  .opts<DrillOptions>();

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true"; // AWS says it once a process, on Node.js 20
const settings = await preflight(options, new Date());
const drill = new Drill(settings);
process.exit(await conduct(steps(settings), drill, join(projectRoot, "drill-report")));
