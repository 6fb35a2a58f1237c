import { Command } from "commander";
import { cleanUpAccount } from "./account";
import { cleanUp, unsavedStates } from "./clean-up";

const { aws = false } = new Command("clean-up")
  .description(
    "Removes what drills that were stopped have left behind: on this machine, and with --aws in the account of dev.",
  )
  .option("--aws", "in the account of dev, too, on whatever machine the drills were")
  .allowExcessArguments(false)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .parse()
  .opts<{ aws?: boolean }>();

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true"; // AWS says it once a process, on Node.js 20
// By the states in the account alone, what only such a state knows would be left.
const unsaved = unsavedStates();
const failed = unsaved.length > 0 ? unsaved : aws ? await cleanUpAccount() : [];
if (unsaved.length === 0) failed.push(...(await cleanUp((line) => process.stdout.write(`${line}\n`))));
for (const line of failed) process.stderr.write(`not removed: ${line}\n`);
process.exit(failed.length === 0 ? 0 : 1);
