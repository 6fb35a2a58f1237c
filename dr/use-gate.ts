import type { GatedAws } from "../tools/gate/gated-aws";
import { childEnvironment } from "../tools/local-aws/child-environment";
import { type Aws, connect } from "./aws";
import type { Drill } from "./drill";

/** Gives every later step the gate, and clients that go through it. */
export function useGate(drill: Drill, gate: GatedAws): void {
  const clients = new Map<string, Aws>();
  drill.found.gate = gate;
  drill.found.childEnvironment = childEnvironment(gate.environment);
  drill.found.aws = (region) => {
    const known = clients.get(region) ?? connect(gate.environment, region);
    clients.set(region, known);
    return known;
  };
}
