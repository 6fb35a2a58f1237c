import type { App } from "cdktf";
import { ModuleCall } from "../../modules/core/call";
import type { Contract, Placed, Tier } from "../../modules/core/contract";
import { type OutputsOf, readAll } from "../../modules/core/read-all";
import { Root } from "../../modules/core/root";
import { wantedOf } from "../../modules/core/run";
import { stateContract } from "../../modules/state/contract";
import { globalRegion } from "../schema/aws-regions";
import type { Environment } from "../schema/environment";
import { graph } from "./graph";
import { environmentTags, everywhere, moduleSource, placeOf, regionPrefix, stackId, stateLocation } from "./location";
import type { Host } from "./placement";
import { RemoteStates } from "./remote-states";

/** The root of one tier in one region: its module, and the remote states that it reads. */
class LiveRoot extends Root {
  private readonly states: RemoteStates;

  constructor(
    private readonly app: App,
    private readonly environment: Environment,
    private readonly at: { readonly region: string; readonly contract: Contract },
  ) {
    const { region, contract } = at;
    super(app, stackId(environment.name, region, contract.name), {
      account: environment.account,
      region: region === everywhere ? globalRegion : region,
      tags: environmentTags(environment.name),
      state: stateLocation(environment, region, contract.name),
    });
    this.states = new RemoteStates(this, environment, region);
    // The buckets of states are there before all else: who deploys some roots with cdktf need not name them again.
    for (const tier of (contract.after ?? []).filter((one) => one !== stateContract))
      for (const { name } of [{ name: everywhere }, ...environment.regions]) this.dependOn(name, tier);
  }

  /** Calls the tier's module with what the wiring gives, what the tier reads, and the run's own values. */
  call(placed: object): void {
    const { region, contract } = this.at;
    const { name } = this.environment;
    const run = wantedOf(contract.needs, { namePrefix: regionPrefix(name, region), ephemeral: false });
    const given = { ...placed, ...readAll(graph.readings(contract), this.outputsOf), ...this.runVariables(run) };
    const source = moduleSource(name, region, contract.name);
    new ModuleCall(this, contract, { source, given }).expose(this);
  }

  private readonly outputsOf: OutputsOf = (upstream) =>
    this.dependOn(placeOf(upstream.scope, this.at.region), upstream) ? this.states.outputs(upstream) : undefined;

  /** Waits for the root of a tier, if there is one. */
  private dependOn(region: string, { name }: Contract): boolean {
    const root = this.app.node.tryFindChild(stackId(this.environment.name, region, name));
    if (root instanceof LiveRoot) this.addDependency(root);
    return root !== undefined;
  }
}

/** A region as it runs, or the global tiers: one root a tier, each with a state of its own. */
export class LiveHost implements Host {
  constructor(
    private readonly app: App,
    private readonly environment: Environment,
    private readonly region: string,
  ) {}

  place<C extends Contract>({ contract }: Tier<C>, placed: Placed<C>): void {
    new LiveRoot(this.app, this.environment, { region: this.region, contract }).call(placed);
  }
}
