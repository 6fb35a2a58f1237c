import { runChild } from "../../terraform/process/child";
import { toolchain } from "../../terraform/toolchain";
import { awsEnvironment } from "./aws-environment";

/** Runs Terraform in a folder, with the caller's AWS, and gives what it printed. */
export async function terraform(folder: string, signal: AbortSignal, ...args: string[]): Promise<string> {
  const { stdout } = await runChild(toolchain().terraform, args, {
    cwd: folder,
    environment: awsEnvironment(),
    signal,
  });
  return stdout;
}
