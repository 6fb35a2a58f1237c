import type { Agent } from "node:http";
import type { Called, RequestHead } from "./protocol";

/** A call as the gate has it: what it asks for, its head, and its body where that was read. */
export interface Incoming extends RequestHead {
  readonly called: Called;
  readonly body?: Buffer;
}

/** Where a call is sent on to, and what of it is other than it came. */
export interface Route {
  readonly target: URL;
  readonly agent: Agent;
  /** All of its headers, where they are others. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

/** How long the gate waits, in milliseconds. */
export interface Patience {
  /** For the next sign of life of what stands behind, while it answers a call. */
  readonly answer: number;
  /** For calls that are under way when their region is switched off; then they are cut off. */
  readonly drain: number;
}

/** What stands behind the gate. */
export interface Upstream {
  /** Whether it emulates AWS: then its answers may show that it does not know a call. */
  readonly emulates: boolean;
  readonly patience: Patience;
  /** How a caller's credentials that have ended are renewed, in a sentence, where they do end. */
  readonly renewal?: string;
  /** Throws a Stranger for a call that may be anybody's: its body has not been read. */
  admit(head: RequestHead): void;
  /** Where S3 is asked for a bucket's region, without a signature. */
  readonly unsigned: Route;
  /** Whether the body of a call must have been read before it can be sent on. */
  needsBody(called: Called, head: RequestHead): boolean;
  /** Throws an UnroutableCall for what cannot be sent on, and CredentialsEnded where there is nothing to sign with. */
  route(incoming: Incoming): Promise<Route>;
}

/** An upstream, and how it ends. */
export interface Behind {
  readonly upstream: Upstream;
  /** Where it answers DNS for the zones of Route 53, address and port, and how it is told which regions are lost. */
  readonly dns?: { readonly nameServer: string; lose(regions: readonly string[]): Promise<void> };
  /** Fulfilled when it is gone, with why and its last words. What the caller runs, or AWS itself, is not watched. */
  readonly ended: Promise<string>;
  /** Ends it if it is ours: SIGTERM, and SIGKILL after five seconds, or at once when called again. */
  stop(): Promise<void>;
}

/** What stands there without us. */
export const standing = (upstream: Upstream): Behind => ({
  upstream,
  ended: new Promise(() => {}),
  stop: async () => {},
});

/** A call that the gate cannot send on, and why. */
export class UnroutableCall extends Error {}

/** A call of somebody whom the gate was not opened for, and how that shows. */
export class Stranger extends UnroutableCall {}

/** There are no credentials to sign with any more, and why. */
export class CredentialsEnded extends Error {}
