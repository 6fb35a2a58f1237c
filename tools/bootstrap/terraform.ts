import { execa, type ResultPromise } from "execa";
import { toolchain } from "../toolchain";
import { awsEnvironment } from "./aws-environment";

const running = new Set<ResultPromise>();

/**
 * Runs Terraform in a folder and gives what it printed.
 *
 * In a process group of its own, so that a Ctrl-C in the terminal reaches it once: when `signal` aborts, it ends what is
 * under way and writes its state.
 */
export async function terraform(folder: string, signal: AbortSignal, ...args: string[]): Promise<string> {
  signal.throwIfAborted();
  const child = execa(toolchain().terraform, args, {
    cwd: folder,
    env: awsEnvironment(),
    extendEnv: false,
    detached: true,
    stdin: "ignore",
    all: true,
    reject: false,
  });
  running.add(child);
  const interrupt = () => signalGroup(child, "SIGINT");
  signal.addEventListener("abort", interrupt, { once: true });
  try {
    const { exitCode, stdout, all } = await child;
    signal.throwIfAborted();
    if (exitCode !== 0) throw new Error(`terraform ${args[0]} failed:\n${all.trimEnd()}`);
    return stdout;
  } finally {
    signal.removeEventListener("abort", interrupt);
    running.delete(child);
  }
}

/** Ends every Terraform that still runs, and its providers, at once. */
export function killTerraform(): void {
  for (const child of running) signalGroup(child, "SIGKILL");
}

const signalGroup = ({ pid }: ResultPromise, signal: NodeJS.Signals): void => {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // it has ended already
  }
};
