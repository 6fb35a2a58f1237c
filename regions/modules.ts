import type { App } from "cdktf";
import type { Contract, Placed, Tier } from "../modules/core/contract";
import { TierModule } from "../modules/core/module";
import { modulePath } from "./location";
import type { Host } from "./wire";

/** Every tier of a region, or of all of them, as a module in that region's shape. */
export class ModulesHost implements Host {
  constructor(
    private readonly app: App,
    private readonly environment: string,
    private readonly region: string,
  ) {}

  place<C extends Contract>(tier: Tier<C>, config: Placed<C>): void {
    new TierModule(this.app, modulePath(this.environment, this.region, tier.contract.name), tier, config);
  }
}
