import type { App } from "cdktf";
import type { Contract, Placed, Tier } from "../../modules/core/contract";
import { TierModule } from "../../modules/core/module";
import { shapeOf } from "../../modules/core/variants";
import { modulePath } from "./location";
import type { Host } from "./placement";

/** What was made for an app, by tier and shape. */
const made = new WeakMap<App, Map<string, { alsoAt(path: string): void }>>();

/** Every tier of a region, or of all of them, as a module in that region's shape; what is alike is made once. */
export class ModulesHost implements Host {
  constructor(
    private readonly app: App,
    private readonly environment: string,
    private readonly region: string,
  ) {}

  place<C extends Contract>(tier: Tier<C>, placed: Placed<C>): void {
    const { name } = tier.contract;
    const path = modulePath(this.environment, this.region, name);
    const alike = made.get(this.app) ?? new Map();
    made.set(this.app, alike);
    const key = `${name} ${JSON.stringify(shapeOf(tier.contract, { ...placed }))}`;
    const known = alike.get(key);
    if (known) known.alsoAt(path);
    else alike.set(key, new TierModule(this.app, path, { tier, placed }));
  }
}
