import { killChildren } from "../terraform/process/child";
import type { Drill } from "./drill";

/** The first signal stops the steps, a second one the taking back as well. */
export function listen(drill: Drill): { interrupt: AbortSignal; abandon: AbortSignal } {
  const interrupt = new AbortController();
  const abandon = new AbortController();
  let interruptedAt = 0;
  const on = (signal: NodeJS.Signals) => {
    if (abandon.signal.aborted) return;
    if (!interrupt.signal.aborted) {
      interruptedAt = Date.now();
      process.stderr.write(`\n${signal}: taking back what was started; Ctrl-C once more to stop at once\n`);
      return interrupt.abort(new Error(`interrupted by ${signal}`));
    }
    // npm passes on the Ctrl-C that the terminal has sent us already, and a terminal that closes says so twice.
    if (signal === "SIGHUP" || Date.now() - interruptedAt < 500) return;
    process.stderr.write(`\n${signal}: stopping at once\n`);
    abandon.abort(new Error("stopped by a second interrupt"));
    stopAtOnce(drill);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => on(signal));
  return { interrupt: interrupt.signal, abandon: abandon.signal };
}

/** Ends every child and closes the gate, so that nothing is changed any more, and then the process. */
export function stopAtOnce(drill: Drill): void {
  killChildren();
  void drill.found.gate?.stop();
  setTimeout(() => process.exit(1), 5_000);
}
