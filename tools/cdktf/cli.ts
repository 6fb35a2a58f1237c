import { spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../../terraform/project-root";
import { toolchain } from "../../terraform/toolchain";
import { refuseWithoutTerminal } from "./terminal";

refuseWithoutTerminal();

const cdktf = spawn(
  process.execPath,
  [join(projectRoot, "node_modules/cdktf-cli/bundle/bin/cdktf"), ...process.argv.slice(2)],
  {
    cwd: projectRoot,
    env: { TERRAFORM_BINARY_NAME: toolchain().terraform, ...process.env },
    stdio: "inherit",
  },
);
// A Ctrl-C reaches cdktf by the terminal, too; it ends in its own way, and this after it.
process.on("SIGINT", () => {});
for (const signal of ["SIGTERM", "SIGHUP"] as const) process.on(signal, () => cdktf.kill(signal));
cdktf.on("close", (code, signal) => process.exit(code ?? 128 + constants.signals[signal ?? "SIGTERM"]));
