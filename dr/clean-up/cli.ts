import { Command } from "commander";
import { cleanUp } from "./clean-up";

new Command("clean-up")
  .description("Removes what drills on this machine have left behind that were stopped before they could.")
  .allowExcessArguments(false)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .parse();

const failed = await cleanUp((line) => process.stdout.write(`${line}\n`));
for (const line of failed) process.stderr.write(`not removed: ${line}\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
