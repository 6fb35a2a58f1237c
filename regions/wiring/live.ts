import type { App } from "cdktf";
import { ModuleCall } from "../../modules/core/call";
import type { Contract, Needs, Placed, Tier } from "../../modules/core/contract";
import { readAll } from "../../modules/core/reads";
import { Root } from "../../modules/core/root";
import type { RunInputs } from "../../modules/core/run";
import { globalRegion } from "../schema/aws-regions";
import type { Environment } from "../schema/environment-schema";
import { environmentTags, everywhere, moduleSource, placeOf, regionPrefix, stackId, stateLocation } from "./location";
import { RemoteStates } from "./remote-states";
import type { From, Host } from "./wire";

/** The root of one tier in one region: its module, and the remote states that it reads. */
class LiveRoot<C extends Contract> extends Root {
  private readonly tier: string;

  constructor(
    app: App,
    environment: Environment,
    region: string,
    { contract }: Tier<C>,
    config: Placed<C>,
    needs: ((from: From) => Needs<C>) | undefined,
  ) {
    super(
      app,
      stackId(environment.name, region, contract.name),
      {
        account: environment.account,
        region: region === everywhere ? globalRegion : region,
        tags: environmentTags(environment.name),
      },
      stateLocation(environment, region, contract.name),
    );
    this.tier = contract.name;
    for (const tier of contract.after ?? []) {
      for (const root of app.node.children)
        if (root instanceof LiveRoot && root.tier === tier && root.home.account === environment.account)
          this.addDependency(root);
    }
    const states = new RemoteStates(this, environment, region);
    const from: From = (upstream) => {
      const id = stackId(environment.name, placeOf(upstream.scope, region), upstream.name);
      const root = app.node.tryFindChild(id);
      if (!(root instanceof LiveRoot))
        throw new Error(`${contract.name} is wired before ${id}. Place that first in regions/wiring/wire.ts.`);
      this.addDependency(root);
      return states.outputs(upstream);
    };
    const defaults: Partial<RunInputs> = { namePrefix: regionPrefix(environment.name, region), ephemeral: false };
    const wanted = Object.fromEntries(Object.entries(defaults).filter(([name]) => name in contract.needs.shape));
    const given = { ...config, ...readAll(contract, from), ...needs?.(from), ...this.runVariables(wanted) };
    new ModuleCall(this, contract, moduleSource(environment.name, region, contract.name), given).expose(this);
  }
}

/** A region as it runs, or the global tiers: one root a tier, each with a state of its own. */
export class LiveHost implements Host {
  constructor(
    private readonly app: App,
    private readonly environment: Environment,
    private readonly region: string,
  ) {}

  place<C extends Contract>(tier: Tier<C>, config: Placed<C>, needs?: (from: From) => Needs<C>): void {
    new LiveRoot(this.app, this.environment, this.region, tier, config, needs);
  }
}
