import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Contract } from "../modules/core/contract";
import { stateContract } from "../modules/state/contract";
import { everywhere, stackId } from "../regions/wiring/location";
import { contractOf } from "../regions/wiring/tiers";
import type { Dependent, Turn } from "../terraform/order";
import { TerraformRoot } from "../terraform/root";
import { OwnState } from "../terraform/states/own-state";
import { rootFolder } from "../terraform/synthesized";
import { synthesizedIn } from "./checkout";
import type { DrillWith } from "./drill";
import { sha256 } from "./report/digests";

/** The live roots of the drill's environment that `wanted` lets through, with the dependencies among them. */
export function liveRoots(
  drill: DrillWith<"source">,
  wanted: (region: string, tier: Contract) => boolean,
): Dependent[] {
  const { environment } = drill.settings;
  const places = [everywhere, ...environment.regions.map(({ name }) => name)];
  const isWanted = (id: string): boolean =>
    places.some((region) => {
      const prefix = stackId(environment.name, region, "");
      const tier = id.startsWith(prefix) && contractOf(id.slice(prefix.length));
      return tier && wanted(region, tier);
    });
  return drill.need("source").roots.filter(({ id }) => isWanted(id));
}

/** The roots of the buckets and lock tables that states are in. */
export const stateRoots = (drill: DrillWith<"source">): Dependent[] =>
  liveRoots(drill, (_, { name }) => name === stateContract.name);

/** Everything else but the regions' own tiers. */
export const sharedRoots = (drill: DrillWith<"source">): Dependent[] =>
  liveRoots(drill, (_, tier) => tier.scope !== "region" && tier.name !== stateContract.name && !followsRegions(tier));

/** The live roots of the region that will be lost, and what a standby holds of it once it runs. */
export const sourceRoots = (drill: DrillWith<"source">): Dependent[] =>
  liveRoots(
    drill,
    (region, tier) => (region === drill.settings.lost.name && tier.scope === "region") || followsRegions(tier),
  );

/** Whether a tier is no region's own and yet comes after one that is: what a standby holds of a region that runs. */
const followsRegions = ({ scope, after = [] }: Contract): boolean =>
  scope !== "region" && after.some((tier) => tier.scope === "region");

/** A root of a checkout, ready for Terraform's commands; what less waits for gives way to the others. */
export const terraformRoot = (
  drill: DrillWith<"childEnvironment">,
  { folder, id }: { readonly folder: string; readonly id: string },
  turn?: Turn,
): TerraformRoot =>
  new TerraformRoot(rootFolder(synthesizedIn(folder), id), {
    terraform: drill.settings.terraform,
    environment: drill.need("childEnvironment"),
    logFolder: drill.settings.logFolder,
    applies: (file) => drill.plans.set(id, [...(drill.plans.get(id) ?? []), sha256(readFileSync(file))]),
    ...turn,
  });

/** The state of a state root, on its way into its own bucket. */
export const ownState = (drill: DrillWith<"aws">, root: TerraformRoot): OwnState =>
  new OwnState(root, {
    file: join(drill.settings.workFolder, "states", `${root.id}.tfstate`),
    s3: (region) => drill.need("aws")(region).s3,
  });
