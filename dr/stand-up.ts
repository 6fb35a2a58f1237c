import { type Dependent, inOrder, type Turn } from "../terraform/order";
import { tellOf } from "../terraform/process/progress";
import type { TerraformRoot, Variables } from "../terraform/root";
import { bootstrap, missing } from "../terraform/states/bootstrap";
import type { DrillWith } from "./drill";
import { storedState } from "./lookup/stored-state";
import { ownState, stateRoots, terraformRoot } from "./roots";
import type { At } from "./step";

/** Works at once: applies mostly wait, plans want a core each and give way to what more waits for. */
const atOnce = 8;

/**
 * Applies each root when those that it depends on and the bucket of its state are there, from a saved plan, and proves
 * that a second plan of each is empty.
 */
export async function standUp(
  drill: DrillWith<"aws" | "source" | "childEnvironment">,
  { signal, say }: At,
  { title, roots }: { readonly title: string; readonly roots: readonly Dependent[] },
): Promise<void> {
  const states = new Set(stateRoots(drill).map(({ id }) => id));
  say({ roots: roots.length });
  const make = (root: TerraformRoot): Promise<void> =>
    tellOf({ say, signal }, { root: root.id, doing: "planning", done: "applied" }, async () => {
      if (states.has(root.id)) return makeState(drill, { signal, say }, root);
      if (!drill.initialized.has(root.id)) await root.init(signal);
      await refuseWhatStands(drill, root);
      const plan = await root.plan(signal);
      drill.standing.set(root.id, root.folder);
      say({ root: root.id, doing: "applying" });
      await root.apply(signal, plan);
    });
  const planAgain = (root: TerraformRoot): Promise<void> =>
    tellOf({ say, signal }, { root: root.id, doing: "planning again", done: "nothing more to change" }, () =>
      proveEmptyPlan(root, signal),
    );
  const works = roots.flatMap(({ id, dependencies }) => [
    { id, dependencies, of: id, work: make },
    {
      id: `${id}, second plan`,
      dependencies: [id],
      of: id,
      work: planAgain,
    },
  ]);
  drill.spans[title] = await inOrder(works, atOnce, ({ of, work }, turn: Turn) =>
    work(terraformRoot(drill, { ...drill.need("source"), id: of }, turn)),
  );
}

/** Another local AWS may have what a drill would make, and then destroy. Our own is empty; an account was looked at before. */
async function refuseWhatStands(drill: DrillWith<"aws">, root: TerraformRoot): Promise<void> {
  if (drill.settings.where.kind !== "endpoint") return;
  const { id, backend } = root;
  const { length } = await storedState(drill.need("aws")(backend.region), backend);
  if (length > 0)
    throw new Error(
      `${id} (${length} resources): exists already, and a drill would destroy it. ` +
        "If a drill left it, remove it with `./shop clean-up`; else destroy it, or drill another local AWS.",
    );
}

/** Makes the bucket of some states with the state of its own root, as people do. */
async function makeState(drill: DrillWith<"aws">, { signal, say }: At, root: TerraformRoot): Promise<void> {
  const toMake = await missing([ownState(drill, root)]);
  if (toMake.length === 0) return root.init(signal);
  const agree = async () => {
    drill.standing.set(root.id, root.folder);
    return true;
  };
  // The plan is in the root's log as well.
  await bootstrap(toMake, { agree, say }, signal);
}

/** Throws unless a fresh plan of the root changes nothing. */
export async function proveEmptyPlan(
  root: TerraformRoot,
  signal: AbortSignal,
  variables: Variables = {},
): Promise<void> {
  if (await root.wouldChange(signal, variables))
    throw new Error(`${root.id}: a second plan is not empty. The plan is at the end of the root's log.`);
}
