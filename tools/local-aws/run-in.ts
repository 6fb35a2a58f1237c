import { execa } from "execa";
import { UserError } from "../../modules/core/user-error";
import { checksEnvironment } from "../../terraform/process/environments";

/** Runs a command at this terminal, in the caller's environment without other AWS_* than these; gives its exit code. */
export async function runIn(
  environment: Readonly<Record<string, string>>,
  [program = "", ...args]: readonly string[],
  signal: AbortSignal,
): Promise<number> {
  const { exitCode, code, shortMessage } = await execa(program, args, {
    env: { ...checksEnvironment(), ...environment },
    extendEnv: false,
    stdio: "inherit",
    reject: false,
    cancelSignal: signal,
  });
  if (code === "ENOENT") throw new UserError(`${program} is not a program on the PATH.`);
  if (exitCode === undefined && !signal.aborted) throw new UserError(String(shortMessage));
  return exitCode ?? 1;
}
