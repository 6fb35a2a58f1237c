import { killChildren } from "./child";
import { tell } from "./live";

/** What signals do to a program: the first one, and another one after it. */
export interface OnInterrupt {
  /** What goes on after the first signal, in words. */
  readonly first: string | (() => string);
  /** Ends the program, whatever it is doing; kills its children and exits with 1, unless it says otherwise. */
  stop?(): void;
}

/** A Ctrl-C, a SIGTERM or a closed terminal as an AbortSignal; one more of them stops at once. */
export function listen({ first, stop = endAtOnce }: OnInterrupt): AbortSignal {
  const interrupt = new AbortController();
  let interruptedAt = 0;
  let stopping = false;
  const on = (signal: NodeJS.Signals): void => {
    if (stopping) return;
    if (!interrupt.signal.aborted) {
      interruptedAt = Date.now();
      tell(`\n${signal}: ${typeof first === "string" ? first : first()}; press Ctrl-C again to stop at once\n`);
      interrupt.abort(new Error(`interrupted by ${signal}`));
      return;
    }
    // npm passes on the Ctrl-C that the terminal has sent us already, and a terminal that closes says so twice.
    if (signal === "SIGHUP" || Date.now() - interruptedAt < 500) return;
    stopping = true;
    tell(`\n${signal}: stopping at once\n`);
    stop();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => on(signal));
  return interrupt.signal;
}

function endAtOnce(): void {
  killChildren();
  process.exit(1);
}
