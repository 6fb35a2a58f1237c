import { Command } from "commander";
import { compareLane } from "./lane";
import { findLane, lanes } from "./lanes";

const [name = ""] = new Command("lane")
  .description("Synthesizes the unchanged source with other packages, and compares the result with the golden files.")
  .argument("<name>", `which packages: ${lanes.join(" or ")}`)
  .allowExcessArguments(false)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .parse().args;

const lane = findLane(name);
const { equal, lines } = await compareLane(lane, (doing) => process.stderr.write(`lane ${lane}: ${doing} …\n`));
for (const line of lines) process.stdout.write(`${line}\n`);
process.exitCode = equal ? 0 : 1;
