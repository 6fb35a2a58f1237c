import type { App } from "cdktf";
import { ModuleCall } from "../modules/core/call";
import type { Contract, Placed, Tier } from "../modules/core/contract";
import type { Reading } from "../modules/core/graph";
import { type OutputsOf, readAll } from "../modules/core/read-all";
import { Root } from "../modules/core/root";
import { type RunInputs, wantedOf } from "../modules/core/run";
import { handedOn, standbyContract } from "../modules/standby/contract";
import type { Environment } from "../regions/schema/environment";
import { graph } from "../regions/wiring/graph";
import {
  environmentTags,
  moduleSource,
  recoveryOf,
  regionPrefix,
  stackId,
  stateLocation,
} from "../regions/wiring/location";
import type { Host } from "../regions/wiring/placement";
import { RemoteStates } from "../regions/wiring/remote-states";
import type { Target } from "./target";

/**
 * A whole region rebuilt elsewhere: the lost region's modules, called and wired in one root in the target region.
 *
 * What it needs of tiers that regions share comes from the state of the standby tier, which is in the target: it reads no state
 * of another region.
 */
export class RecoveryStack extends Root implements Host {
  private readonly calls = new Map<string, ModuleCall<Contract>>();
  private readonly states: RemoteStates;
  private readonly run: Record<keyof RunInputs, unknown>;
  private readonly source: (tier: string) => string;

  constructor(app: App, environment: Environment, { lost, region }: Target) {
    const { name, account } = environment;
    const tier = recoveryOf(lost);
    const state = stateLocation(environment, region, tier);
    super(app, stackId(name, region, tier), { account, region, tags: environmentTags(name), state });
    this.states = new RemoteStates(this, environment, region);
    this.run = this.runVariables({ namePrefix: regionPrefix(name, region), ephemeral: false, snapshotArn: null });
    this.source = (called) => moduleSource(name, lost, called);
  }

  place<C extends Contract>({ contract }: Tier<C>, placed: Placed<C>): void {
    const { name, needs } = contract;
    const readings = graph.readings(contract);
    for (const reading of readings) refuseElsewhere(name, reading);
    const read = readAll(readings, this.outputsOf);
    const given = { ...placed, ...read, ...wantedOf(needs, this.run) };
    this.calls.set(name, new ModuleCall(this, contract, { source: this.source(name), given }));
  }

  private readonly outputsOf: OutputsOf = (contract) =>
    contract.scope === "region" ? this.calls.get(contract.name)?.outputs : this.states.outputs(standbyContract);
}

/** Whoever recovers has the target's states, and perhaps no other ones. */
function refuseElsewhere(tier: string, { from, names }: Reading): void {
  if (from.scope === "region" || from === standbyContract) return;
  const others = Object.values(names).filter((output) => !(output in handedOn.shape));
  if (others.length > 0)
    throw new Error(
      `${tier} reads ${others.join(", ")} of ${from.name}, which a recovery finds only in another region's state. ` +
        "Hand it on in modules/standby/contract.ts.",
    );
}
