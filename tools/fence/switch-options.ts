import type { Command } from "commander";
import { nameServerVariable } from "../../terraform/process/environments";

/** The options of every command that sets a switch. */
export const withSwitchOptions = (program: Command): Command =>
  program
    .option("--environment <name>", "one of regions/environments.ts (default: the one that your credentials belong to)")
    .option(
      "--name-server <address>",
      `ask this one, not those that the domain is delegated to (default: that of ${nameServerVariable})`,
    );
