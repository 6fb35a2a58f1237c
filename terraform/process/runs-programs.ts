import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { messageOf } from "../failures";
import { runChild } from "./child";
import { childEnvironment } from "./environments";

/** What to do about a temporary folder from which no program runs. */
export const otherTemporary =
  "set TMPDIR to a folder on a disk that programs may be run from, such as one in your home";

/** Why no program runs from a folder, such as one on a disk that is mounted noexec; undefined where one does. */
export async function whyNoneRuns(folder: string): Promise<string | undefined> {
  let own: string | undefined;
  try {
    own = mkdtempSync(join(folder, "shop-runs-"));
    const program = join(own, "program");
    writeFileSync(program, "#!/bin/sh\nexit 0\n");
    chmodSync(program, 0o755);
    await runChild(program, [], { cwd: own, environment: childEnvironment() });
    return undefined;
  } catch (error) {
    return messageOf(error).split("\n")[0];
  } finally {
    if (own) rmSync(own, { recursive: true, force: true });
  }
}
