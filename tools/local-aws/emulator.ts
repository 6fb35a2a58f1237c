import type { Upstream } from "./upstream";

/** What stands behind the gate: our own moto, or a local AWS that the caller runs. */
export interface Emulator {
  readonly upstream: Upstream;
  /** Fulfilled when it is gone, with why and its last words. A local AWS that the caller runs is not watched. */
  readonly ended: Promise<string>;
  /** Ends it if it is ours: SIGTERM, and SIGKILL after five seconds, or at once when called again. */
  stop(): Promise<void>;
}
