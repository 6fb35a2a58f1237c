import { execaSync } from "execa";
import { UserError } from "../../modules/core/user-error";
import { childEnvironment } from "../../terraform/process/environments";
import { projectRoot } from "../../terraform/project-root";

/** Fails where cdktf's command line does not start, because its terminal module does not load on this Node.js. */
export function refuseWithoutTerminal(terminal = "@cdktf/node-pty-prebuilt-multiarch"): void {
  // In a process of its own: where it has no binary it prints a stack, whoever catches the error.
  const { failed } = execaSync(process.execPath, ["-e", `require("${terminal}")`], {
    cwd: projectRoot,
    env: childEnvironment(),
    extendEnv: false,
    stdio: "ignore",
    reject: false,
  });
  if (!failed) return;
  throw new UserError(
    `cdktf's command line does not start on Node.js ${process.versions.node} (${process.platform} ${process.arch}): ` +
      `its terminal module, ${terminal}, has no binary for it. Use Node.js 22 or 20 for it, ` +
      "or do without it: `./shop synth`, then Terraform itself in cdktf.out/stacks/<root>.",
  );
}
