import pLimit from "p-limit";
import type { Contract } from "../modules/core/contract";
import { everywhere, stackId } from "../regions/wiring/location";
import { contractOf } from "../regions/wiring/tiers";
import { allOf } from "../terraform/failures";
import { ephemeralVariables, makeEphemeral } from "../terraform/make-ephemeral";
import { type Dependent, inOrder, reversed } from "../terraform/order";
import { TerraformRoot, type Variables } from "../terraform/root";
import { rootFolder } from "../terraform/synthesized";
import { synthesizedIn } from "./checkout";
import type { DrillWith } from "./drill";
import type { At } from "./step";

/** Roots worked on at once: applies mostly wait, plans want a core each. */
const atOnce = 4;

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

/** Whether a tier is no region's own and yet comes after one that is: what a standby holds of a region that runs. */
export const followsRegions = ({ scope, after = [] }: Contract): boolean =>
  scope !== "region" && after.some((tier) => tier.scope === "region");

/** A root of a checkout, ready for Terraform's commands. */
export const terraformRoot = (drill: DrillWith<"childEnvironment">, checkout: string, id: string): TerraformRoot =>
  new TerraformRoot(rootFolder(synthesizedIn(checkout), id), {
    terraform: drill.settings.terraform,
    environment: drill.need("childEnvironment"),
    logFolder: drill.settings.logFolder,
  });

/** Applies each root when those that it depends on are, from a saved plan, and proves that a second plan of each is empty. */
export async function standUp(
  drill: DrillWith<"source" | "childEnvironment">,
  { signal, say }: At,
  title: string,
  roots: readonly Dependent[],
): Promise<void> {
  const twoAtOnce = pLimit(2);
  const secondPlans: Promise<unknown>[] = [];
  try {
    drill.spans[title] = await inOrder(roots, atOnce, async ({ id }) => {
      const root = terraformRoot(drill, drill.need("source").folder, id);
      say(`applying ${id}`);
      await root.init(signal);
      const plan = await root.plan(signal);
      drill.standing.set(id, root.folder);
      await root.apply(signal, plan);
      // Beside the next roots' applies, which mostly wait.
      const second = twoAtOnce(() => proveEmptyPlan(root, signal));
      secondPlans.push(second.catch((error: unknown) => error));
    });
    say("waiting for the last second plans");
  } finally {
    // Also after a failure: they hold the locks of states that are destroyed next.
    await Promise.all(secondPlans);
  }
  const errors = (await Promise.all(secondPlans)).filter((error) => error !== undefined);
  if (errors.length > 0) throw allOf(errors);
}

/** Throws unless a fresh plan of the root changes nothing. */
export async function proveEmptyPlan(
  root: TerraformRoot,
  signal: AbortSignal,
  variables: Variables = {},
): Promise<void> {
  const { changes } = await root.plan(signal, variables);
  if (changes) throw new Error(`${root.id}: a second plan is not empty. The plan is at the end of the root's log.`);
}

/** Destroys those of the roots that still stand, in the opposite order of their dependencies. */
export async function tearDown(
  drill: DrillWith<"source" | "childEnvironment">,
  at: At,
  title: string,
  roots: readonly Dependent[],
  destroy: (id: string) => Promise<void> = (id) => destroyRoot(drill, at, id),
): Promise<void> {
  const standing = roots.filter(({ id }) => drill.standing.has(id));
  drill.spans[title] = await inOrder(reversed(standing), atOnce, ({ id }) => destroy(id));
}

/** Takes the protections off a live root, and destroys it. */
export async function destroyRoot(
  drill: DrillWith<"source" | "childEnvironment">,
  { signal, say }: At,
  id: string,
): Promise<void> {
  const root = terraformRoot(drill, drill.need("source").folder, id);
  say(`destroying ${id}`);
  const variables = ephemeralVariables(root);
  await makeEphemeral(root, signal, variables);
  await root.destroy(signal, variables);
  drill.standing.delete(id);
}
