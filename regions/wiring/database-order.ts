import type { App } from "cdktf";
import { Root } from "../../modules/core/root";
import { type Environment, liveRegions } from "../schema/environment";
import { stackId } from "./location";

/**
 * Puts the roots of a global database in the order that AWS wants: the keys that its login is replicated under, the
 * primary, then each replica, which joins what the primary made. They know each other by name, so nothing else tells.
 */
export function orderDatabases(app: App, environment: Environment): void {
  const root = (region: string, tier: string): Root => {
    const found = app.node.findChild(stackId(environment.name, region, tier));
    if (!(found instanceof Root)) throw new Error(`${found.node.id} is not a root.`);
    return found;
  };
  for (const { name, database } of liveRegions(environment)) {
    if (database.engine !== "global") continue;
    for (const replica of database.copiedTo) {
      root(name, "database").addDependency(root(replica, "security"));
      root(replica, "database").addDependency(root(name, "database"));
    }
  }
}
