import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { App } from "cdktf";
import { recovered, zoneNames } from "./dr/recovered";
import { RecoveryStack } from "./dr/stack";
import { targets } from "./dr/targets";
import { Root } from "./modules/core/root";
import { withoutTokenStacks } from "./modules/core/token-stacks";
import { environments } from "./regions/environments";
import { globalRegionOf, liveRegions } from "./regions/schema/environment-schema";
import { orderDatabases } from "./regions/wiring/database-order";
import { LiveHost } from "./regions/wiring/live";
import { everywhere } from "./regions/wiring/location";
import { ModulesHost } from "./regions/wiring/modules";
import {
  type Host,
  wireAccount,
  wireFoundation,
  wireGlobal,
  wireRegion,
  wireReplication,
  wireStates,
} from "./regions/wiring/wire";

withoutTokenStacks();
const app = new App();
rmSync(join(app.outdir, "modules"), { recursive: true, force: true });

for (const environment of environments) {
  const both = (region: string): Host[] => [
    new ModulesHost(app, environment.name, region),
    new LiveHost(app, environment, region),
  ];

  const shared = globalRegionOf(environment);
  for (const host of both(everywhere)) wireFoundation(host, environment, shared);
  for (const wire of [wireStates, wireAccount]) {
    for (const region of environment.regions) {
      for (const host of both(region.name)) wire(host, environment, region);
    }
  }
  for (const host of both(everywhere)) wireGlobal(host, environment, shared);
  for (const region of liveRegions(environment)) {
    for (const host of both(region.name)) wireRegion(host, environment, region, zoneNames(region));
  }
  orderDatabases(app, environment);
  for (const region of environment.regions) {
    for (const host of both(region.name)) wireReplication(host, environment, region);
  }
  for (const target of targets) {
    for (const lost of liveRegions(environment).filter(({ name }) => name === target.lost)) {
      const region = recovered(lost, target);
      wireRegion(new RecoveryStack(app, environment, target), environment, region, zoneNames(region, target.zones));
    }
  }
}

app.synth();
for (const root of app.node.children.filter((child) => child instanceof Root)) {
  copyFileSync(".terraform.lock.hcl", join(app.outdir, "stacks", root.node.id, ".terraform.lock.hcl"));
}
