import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "cdktf";
import { recovered, zoneNames } from "./dr/recovered";
import { RecoveryStack } from "./dr/stack";
import { targets } from "./dr/targets";
import { Root } from "./modules/core/root";
import { withoutTokenStacks } from "./modules/core/token-stacks";
import { environments } from "./regions/environments";
import { reviewExceptions } from "./regions/review-exceptions";
import { liveRegions } from "./regions/schema/environment";
import { orderDatabases } from "./regions/wiring/database-order";
import { LiveHost } from "./regions/wiring/live";
import { ModulesHost } from "./regions/wiring/modules";
import { inOrder } from "./regions/wiring/placement";
import { wireAccount } from "./regions/wiring/wire-account";
import { wireGlobal } from "./regions/wiring/wire-global";
import { wireRegion } from "./regions/wiring/wire-region";
import { aboutKept, besideSynth, placeSynth } from "./terraform/place-synth";

withoutTokenStacks();
const out = process.env.CDKTF_OUTDIR ?? "cdktf.out";
const app = new App({ outdir: besideSynth(out) });

for (const environment of environments) {
  const placements = [
    ...wireGlobal(environment),
    ...environment.regions.flatMap((region) => wireAccount(environment, region)),
    ...liveRegions(environment).flatMap((region) => wireRegion(environment, region, zoneNames(region))),
  ];
  for (const { region, into } of inOrder(placements)) {
    into(new ModulesHost(app, environment.name, region));
    into(new LiveHost(app, environment, region));
  }
  orderDatabases(app, environment);

  for (const target of targets) {
    for (const lost of liveRegions(environment).filter(({ name }) => name === target.lost)) {
      const region = recovered(lost, target);
      const root = new RecoveryStack(app, environment, target);
      for (const { into } of inOrder(wireRegion(environment, region, zoneNames(region, target.zones)))) into(root);
    }
  }
}

app.synth();
writeFileSync(join(app.outdir, "review-exceptions.json"), JSON.stringify({ exceptions: reviewExceptions }));
for (const root of app.node.children.filter((child) => child instanceof Root)) {
  copyFileSync(".terraform.lock.hcl", join(app.outdir, "stacks", root.node.id, ".terraform.lock.hcl"));
}
process.stderr.write(aboutKept(out, placeSynth(app.outdir, out)));
