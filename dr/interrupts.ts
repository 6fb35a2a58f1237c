import { killChildren } from "../terraform/process/child";
import { roughly } from "../terraform/process/elapsed";
import { listen } from "../terraform/process/interrupts";
import type { Drill } from "./drill";
import type { Step } from "./step";
import { destroyBoth } from "./steps/destroy-both";

/** The first signal stops the steps, a second one the clean-up as well. */
export function listenFor(
  drill: Drill,
  started: readonly Step[],
  usual: (title: string) => number | undefined,
): { interrupt: AbortSignal; abandon: AbortSignal } {
  const abandon = new AbortController();
  const stop = () => {
    abandon.abort(new Error("stopped by a second interrupt"));
    stopAtOnce(drill);
  };
  return {
    interrupt: listen({ first: () => `cleaning up what was started${howLong(drill, started, usual)}`, stop }),
    abandon: abandon.signal,
  };
}

/** How long it usually takes to clean up after those steps, where that is known. */
function howLong({ standing }: Drill, started: readonly Step[], usual: (title: string) => number | undefined): string {
  // Where a drill gets to its end, nothing stands any more when its steps are undone.
  const destroying = standing.size > 0 ? usual(destroyBoth.title) : 0;
  if (destroying === undefined) return "";
  const others = started.map(({ undo }) => (undo && usual(undo.title)) ?? 0);
  return `: usually ${roughly(others.reduce((sum, seconds) => sum + seconds, destroying))}`;
}

/** Ends every child and closes the gate, so that nothing is changed any more, and then the process. */
export function stopAtOnce({ found }: Pick<Drill, "found">): void {
  killChildren();
  void found.gate?.stop();
  setTimeout(() => process.exit(1), 5_000);
}
