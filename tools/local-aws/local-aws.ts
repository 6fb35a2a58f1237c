import type { Call, CallFilter } from "./call-log";
import type { Emulator } from "./emulator";
import { checkAnswers, upstreamAt } from "./endpoint";
import { Gate } from "./gate";
import { localEnvironment } from "./local-environment";
import { startMoto } from "./moto";

/** A running local AWS: an emulator and the gate before it. */
export interface LocalAws {
  /** The gate, `http://127.0.0.1:PORT`. */
  readonly endpoint: string;
  /** What a child needs to use it, on top of `childEnvironment()`. */
  readonly environment: Readonly<Record<string, string>>;
  /** Refuses, with 503, each call that needs the region; fulfilled when none of its calls is under way any more. */
  switchOff(region: string): Promise<void>;
  switchOn(region: string): void;
  calls(filter?: CallFilter): readonly Call[];
  /** Fulfilled when moto is gone, with why and its last words: never before `stop()`, if all is well. */
  readonly ended: Promise<string>;
  /** Ends all of it; a second call does not wait for moto to end by itself. */
  stop(): Promise<void>;
}

/** How a local AWS is started. */
export interface LocalAwsOptions {
  /** The account that plain credentials belong to. */
  readonly account?: string;
  /** Another local AWS, used instead of moto. */
  readonly endpoint?: string;
  /** The gate's port; a free one unless given. */
  readonly port?: number;
  /** Gives up the start. A local AWS that is up ends with `stop()` only: what was made in it may need destroying first. */
  readonly signal?: AbortSignal;
}

/** Starts a local AWS on loopback and gives it once it answers. */
export async function startLocalAws(options: LocalAwsOptions = {}): Promise<LocalAws> {
  const { account = "123456789012", endpoint, port = 0, signal } = options;
  const emulator = endpoint === undefined ? await startMoto(account, signal) : await given(endpoint, signal);
  const gate = new Gate(emulator);
  try {
    const url = `http://127.0.0.1:${await gate.listen(port)}`;
    return {
      endpoint: url,
      environment: localEnvironment(url, endpoint !== undefined),
      switchOff: (region) => gate.switchOff(region),
      switchOn: (region) => gate.regions.switchOn(region),
      calls: (filter) => gate.log.list(filter),
      ended: emulator.ended,
      stop: async () => {
        await Promise.all([gate.close(), emulator.stop()]);
      },
    };
  } catch (error) {
    await emulator.stop();
    throw error;
  }
}

async function given(endpoint: string, signal?: AbortSignal): Promise<Emulator> {
  const upstream = upstreamAt(endpoint);
  await checkAnswers(upstream, signal);
  return { upstream, ended: new Promise(() => {}), stop: async () => {} };
}
