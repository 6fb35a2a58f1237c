import { childEnvironment } from "../terraform/process/environments";
import { expectOwner } from "../terraform/states/expected-owner";
import type { GatedAws } from "../tools/gate/gated-aws";
import { type Aws, connect } from "./aws";
import type { Drill } from "./drill";

/** AWS lets an account make a few calls a second of some services, and an inventory asks for everything at once. */
const patientAttempts = 10;

/** Gives every later step the gate, and clients that go through it. */
export function useGate({ settings, found, gone }: Pick<Drill, "settings" | "found" | "gone">, gate: GatedAws): void {
  const attempts = settings.where.kind === "account" ? patientAttempts : undefined;
  const clients = new Map<string, Aws>();
  found.gate = gate;
  void gate.ended.then((why) => gone.abort(new Error(why)));
  found.childEnvironment = childEnvironment(gate.environment);
  found.aws = (region) => {
    const known = clients.get(region);
    if (known) return known;
    const made = connect(gate.environment, region, attempts);
    if (settings.where.kind === "account") expectOwner(made.s3, settings.environment.account);
    clients.set(region, made);
    return made;
  };
}
