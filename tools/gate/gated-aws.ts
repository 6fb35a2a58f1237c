import { nameServerVariable } from "../../terraform/process/environments";
import type { Call, CallFilter } from "./call-log";
import { Gate, type Guard } from "./gate";
import type { Protected } from "./protection";
import type { Behind } from "./upstream";

/** An AWS that is used through the gate, local or not. */
export interface GatedAws {
  /** The gate, `http://127.0.0.1:PORT`. */
  readonly endpoint: string;
  /** What a child needs to use it, on top of `childEnvironment()`. */
  readonly environment: Readonly<Record<string, string>>;
  /** Refuses, with 503, each call that needs the region; fulfilled when none of its calls is under way any more, at the latest after half a minute. */
  switchOff(region: string): Promise<void>;
  switchOn(region: string): Promise<void>;
  /** Where DNS is answered for its zones, address and port; AWS itself has name servers of its own. */
  readonly nameServer?: string;
  /** Answers with 503, from now on, each call that `guard` has something against. */
  guard(guard: Guard): void;
  /** Answers with 403, from now on, each call that would change or delete what is protected; nothing of former protection stays. */
  protect(what: Protected): void;
  calls(filter?: CallFilter): readonly Call[];
  /** Tells of each call from now on, when it has been answered. */
  tell(told: (call: Call) => void): void;
  /** Fulfilled when what stands behind is gone, with why and its last words: never before `stop()`, if all is well. */
  readonly ended: Promise<string>;
  /** Ends all of it; a second call does not wait for an emulator to end by itself. */
  stop(): Promise<void>;
}

/** Opens the gate on loopback, on a free port when `port` is 0; ends what stands behind it where that fails. */
export async function openGate(
  behind: Behind,
  environment: (endpoint: string) => Record<string, string>,
  port = 0,
): Promise<GatedAws> {
  const gate = new Gate(behind);
  const { dns } = behind;
  try {
    const endpoint = `http://127.0.0.1:${await gate.listen(port)}`;
    return {
      endpoint,
      environment: { ...environment(endpoint), ...(dns && { [nameServerVariable]: dns.nameServer }) },
      ...(dns && { nameServer: dns.nameServer }),
      switchOff: async (region) => {
        await gate.switchOff(region);
        await dns?.lose(gate.regions.off);
      },
      guard: (guard) => gate.guard(guard),
      protect: (what) => gate.protect(what),
      switchOn: async (region) => {
        gate.regions.switchOn(region);
        await dns?.lose(gate.regions.off);
      },
      calls: (filter) => gate.log.list(filter),
      tell: (told) => gate.log.tell(told),
      ended: behind.ended,
      stop: async () => {
        await Promise.all([gate.close(), behind.stop()]);
      },
    };
  } catch (error) {
    await behind.stop();
    throw error;
  }
}
