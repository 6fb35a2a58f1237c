import { execaSync } from "execa";
import { UserError } from "../../modules/core/user-error";
import { childEnvironment } from "../../terraform/process/environments";
import { projectRoot } from "../../terraform/project-root";
import type { Arguments } from "./arguments";

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

/** Fails where cdktf would ask whether it may change something and nobody could answer: it would die then, and leave its locks. */
export function refuseUnasked({ asks }: Pick<Arguments, "asks">, { isTTY }: { isTTY?: boolean } = process.stdin): void {
  if (asks && !isTTY)
    throw new UserError(
      "There is no terminal to ask on, and cdktf asks before it changes anything. " +
        "See what it would change with `./shop cdktf diff`; then add --auto-approve, and it does not ask.",
    );
}
