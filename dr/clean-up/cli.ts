import { Command } from "commander";
import { cleanUpAccount } from "./account";
import { cleanUp } from "./clean-up";

const command = new Command("clean-up")
  .description(
    "Removes what drills that were stopped have left behind: on this machine, and with --aws in the account of dev.",
  )
  .option("--aws", "in the account of dev, too, on whatever machine the drills were")
  .option("--target <region>", "with --aws: where the drills rebuilt (default: the first target of dr/targets.ts)")
  .allowExcessArguments(false)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .parse();
const { aws = false, target } = command.opts<{ aws?: boolean; target?: string }>();
if (target !== undefined && !aws) command.error("error: --target says where in the account: it goes with --aws");

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true"; // AWS says it once a process, on Node.js 20
const failed = aws ? await cleanUpAccount(target) : [];
failed.push(...(await cleanUp((line) => process.stdout.write(`${line}\n`))));
for (const line of failed) process.stderr.write(`not removed: ${line}\n`);
process.exit(failed.length === 0 ? 0 : 1);
