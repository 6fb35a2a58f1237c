import { spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { command } from "../../terraform/process/command";
import { projectRoot } from "../../terraform/project-root";
import { readArguments } from "./arguments";
import { cdktfEnvironment } from "./environment";
import { removePlans } from "./plans";
import { refuseUnasked, refuseWithoutTerminal } from "./terminal";
import { refuseWorkspace } from "./workspace";

export const cdktf = command({
  name: "cdktf",
  about: "Runs the cdktf command line with the Terraform that the set-up found.",
  details:
    "All arguments go to cdktf. It asks before it changes anything, so where there is no terminal it needs --auto-approve. Terraform installs no provider but those of the lock file, and has the project's settings " +
    "unless TF_CLI_CONFIG_FILE names others.",
  options: (program) => program.argument("[arguments...]").allowUnknownOption().passThroughOptions(),
  passesThrough: true,
  examples: [
    ["cdktf diff prod-eu-west-1-database", "what AWS would change"],
    ["cdktf deploy 'prod-eu-west-1-*'", "deploy the roots of a region in their order"],
  ],
  exitCodes: { 1: "cdktf's own exit code", 0: "cdktf's own exit code" },
  result: z.never(),
  text: () => "",
  run: (_, { args }) => {
    const { output, asks } = readArguments(args, projectRoot);
    refuseWorkspace();
    refuseUnasked({ asks });
    refuseWithoutTerminal();
    // What it and Terraform write, plans and states above all, is for nobody else to read.
    process.umask(0o077);
    const child = spawn(process.execPath, [join(projectRoot, "node_modules/cdktf-cli/bundle/bin/cdktf"), ...args], {
      cwd: projectRoot,
      env: cdktfEnvironment(),
      stdio: "inherit",
    });
    // A Ctrl-C reaches cdktf by the terminal, too; it ends in its own way, and this after it.
    process.on("SIGINT", () => {});
    for (const signal of ["SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
    return new Promise<number>((resolve) =>
      child.on("close", (code, signal) => {
        removePlans(output);
        resolve(code ?? 128 + constants.signals[signal ?? "SIGTERM"]);
      }),
    );
  },
});
