import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Contract } from "../modules/core/contract";
import { stateContract } from "../modules/state/contract";
import { everywhere, recoveryOf, stackId } from "../regions/wiring/location";
import { contractOf } from "../regions/wiring/tiers";
import type { Dependent, Turn } from "../terraform/order";
import { TerraformRoot } from "../terraform/root";
import { OwnState } from "../terraform/states/own-state";
import { rootFolder } from "../terraform/synthesized";
import { type Checkout, synthesizedIn } from "./checkout";
import type { DrillWith, Settings } from "./drill";
import { sha256 } from "./report/digests";

/** The live roots of the drill's environment that `wanted` lets through, with the dependencies among them. */
export function liveRoots(
  drill: DrillWith<"source">,
  wanted: (region: string, tier: Contract) => boolean,
): Dependent[] {
  return drill.need("source").roots.filter(({ id }) => isLive(drill.settings, id, wanted));
}

/** Whether an id is that of a live root of the environment that `wanted` lets through. */
function isLive(
  { environment }: Pick<Settings, "environment">,
  id: string,
  wanted: (region: string, tier: Contract) => boolean,
): boolean {
  const places = [everywhere, ...environment.regions.map(({ name }) => name)];
  return places.some((region) => {
    const prefix = stackId(environment.name, region, "");
    const tier = id.startsWith(prefix) && contractOf(id.slice(prefix.length));
    return tier && wanted(region, tier);
  });
}

/** The roots of the buckets and lock tables that states are in. */
export const stateRoots = (drill: DrillWith<"source">): Dependent[] =>
  liveRoots(drill, (_, { name }) => name === stateContract.name);

/** Everything else but the regions' own tiers. */
export const sharedRoots = (drill: DrillWith<"source">): Dependent[] =>
  liveRoots(drill, (_, tier) => tier.scope !== "region" && tier.name !== stateContract.name && !followsRegions(tier));

/** The live roots of the region that will be lost, and what a standby holds of it once it runs. */
export const sourceRoots = (drill: DrillWith<"source">): Dependent[] =>
  sourceRootsIn(drill.settings, drill.need("source"));

/** The same in a checkout. */
export const sourceRootsIn = (settings: Settings, { roots }: Checkout): Dependent[] =>
  roots.filter(({ id }) => isLive(settings, id, ofSource(settings)));

const ofSource =
  ({ lost }: Pick<Settings, "lost">) =>
  (region: string, tier: Contract): boolean =>
    (region === lost.name && tier.scope === "region") || followsRegions(tier);

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
    ...(isOfRun(drill.settings, id) ? { run: drill.settings.run } : {}),
    logFolder: drill.settings.logFolder,
    applies: (file) => drill.plans.set(id, [...(drill.plans.get(id) ?? []), sha256(readFileSync(file))]),
    ...turn,
  });

/** The recovery root of a drill. */
export const recoveryId = ({ environment, target }: Pick<Settings, "environment" | "target">): string =>
  stackId(environment.name, target.region, recoveryOf(target.lost));

/** Whether a run makes what is in a root: in an account, what regions share was there before it. */
const isOfRun = (settings: Settings, id: string): boolean =>
  settings.where.kind !== "account" || id === recoveryId(settings) || isLive(settings, id, ofSource(settings));

/** The state of a state root, on its way into its own bucket. */
export const ownState = (drill: DrillWith<"aws">, root: TerraformRoot): OwnState =>
  new OwnState(root, {
    file: join(drill.settings.workFolder, "states", `${root.id}.tfstate`),
    clients: drill.need("aws"),
  });
