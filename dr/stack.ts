import type { App } from "cdktf";
import { ModuleCall } from "../modules/core/call";
import type { Contract, Needs, Placed, Tier } from "../modules/core/contract";
import { readAll } from "../modules/core/reads";
import { Root } from "../modules/core/root";
import type { Environment } from "../regions/schema/environment-schema";
import {
  environmentTags,
  moduleSource,
  recoveryOf,
  regionPrefix,
  stackId,
  stateLocation,
} from "../regions/wiring/location";
import { RemoteStates } from "../regions/wiring/remote-states";
import type { From, Host } from "../regions/wiring/wire";
import type { Target } from "./target-schema";

/**
 * A whole region rebuilt elsewhere: the lost region's modules, called and wired in one root in the target region.
 *
 * What it needs of global tiers comes from their remote states, none of which is in the lost region.
 */
export class RecoveryStack extends Root implements Host {
  private readonly calls = new Map<string, ModuleCall<Contract>>();
  private readonly states: RemoteStates;
  private readonly run: Readonly<Record<string, unknown>>;
  private readonly source: (tier: string) => string;

  constructor(app: App, environment: Environment, { lost, region }: Target) {
    const tier = recoveryOf(lost);
    super(
      app,
      stackId(environment.name, region, tier),
      { account: environment.account, region, tags: environmentTags(environment.name) },
      stateLocation(environment, region, tier),
    );
    this.states = new RemoteStates(this, environment, region);
    this.run = this.runVariables({
      namePrefix: regionPrefix(environment.name, region),
      ephemeral: false,
      snapshotArn: null,
    });
    this.source = (name) => moduleSource(environment.name, lost, name);
  }

  place<C extends Contract>(tier: Tier<C>, config: Placed<C>, needs?: (from: From) => Needs<C>): void {
    const { contract } = tier;
    const wanted = Object.fromEntries(Object.entries(this.run).filter(([name]) => name in contract.needs.shape));
    const call = new ModuleCall(this, contract, this.source(contract.name), {
      ...config,
      ...readAll(contract, this.from),
      ...needs?.(this.from),
      ...wanted,
    });
    this.calls.set(contract.name, call);
  }

  private readonly from: From = (contract) => {
    if (contract.scope !== "region") return this.states.outputs(contract);
    const call = this.calls.get(contract.name);
    if (!call)
      throw new Error(`${contract.name} is wired before it is placed. Place it first in regions/wiring/wire.ts.`);
    return call.outputs as ReturnType<typeof this.states.outputs<typeof contract>>;
  };
}
