import { localEnvironment } from "../../terraform/process/environments";
import { type GatedAws, openGate } from "../gate/gated-aws";
import { type Behind, standing } from "../gate/upstream";
import { emulator } from "./emulator";
import { checkAnswers, endpointAt } from "./endpoint";
import { startMoto } from "./moto";

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

/** Starts a local AWS on loopback, an emulator and the gate before it, and gives it once it answers. */
export async function startLocalAws(options: LocalAwsOptions = {}): Promise<GatedAws> {
  const { account = "123456789012", endpoint, port, signal } = options;
  const behind = endpoint === undefined ? await startMoto(account, signal) : await given(endpoint, signal);
  return openGate(behind, (gate) => localEnvironment(gate, endpoint !== undefined), port);
}

async function given(text: string, signal?: AbortSignal): Promise<Behind> {
  const endpoint = endpointAt(text);
  await checkAnswers(endpoint, signal);
  return standing(emulator(endpoint));
}
