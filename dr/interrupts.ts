import { killChildren } from "../terraform/process/child";
import { listen } from "../terraform/process/interrupts";
import type { Drill } from "./drill";

/** The first signal stops the steps, a second one the taking back as well. */
export function listenFor(drill: Drill): { interrupt: AbortSignal; abandon: AbortSignal } {
  const abandon = new AbortController();
  const stop = () => {
    abandon.abort(new Error("stopped by a second interrupt"));
    stopAtOnce(drill);
  };
  return { interrupt: listen({ first: "taking back what was started", stop }), abandon: abandon.signal };
}

/** Ends every child and closes the gate, so that nothing is changed any more, and then the process. */
export function stopAtOnce({ found }: Pick<Drill, "found">): void {
  killChildren();
  void found.gate?.stop();
  setTimeout(() => process.exit(1), 5_000);
}
