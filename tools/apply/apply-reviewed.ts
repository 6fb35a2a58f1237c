import { inOrder } from "../../terraform/order";
import type { SynthesizedRoot } from "../../terraform/synthesized";
import { type ApplyWorld, applyRoot } from "./apply-root";
import { isWell, type Outcome } from "./outcome";
import type { Reviewed } from "./reviewed";

/** A root of the app that was reviewed. */
export interface ToApply {
  readonly root: SynthesizedRoot;
  readonly reviewed: Reviewed;
}

/**
 * Applies to each root what was reviewed of it, in the order of deploying; says of every one what became of it.
 *
 * A root that has to be reviewed again is left, with all that come after it; the others go on. After a failure, or an
 * interrupt, nothing new is begun, and what is under way is ended.
 */
export async function applyReviewed(all: readonly ToApply[], world: ApplyWorld): Promise<Outcome[]> {
  const outcomes = new Map<string, Outcome>();
  const roots = all.map(({ root, reviewed }) => ({ ...root, reviewed }));
  await inOrder(roots, 2, async ({ reviewed, ...root }) => {
    const left = [...outcomes.values()].find((one) => root.dependencies.includes(one.root) && !isWell(one));
    const came: Omit<Outcome, "root"> = left
      ? { is: "waits", why: `${left.root} comes first, and was left.` }
      : await applyRoot(root, reviewed, world);
    outcomes.set(root.id, { root: root.id, ...came });
    if (came.is === "failed") throw new Stop();
  }).catch((error: unknown) => {
    if (
      !(error instanceof Stop || (error instanceof AggregateError && error.errors.every((one) => one instanceof Stop)))
    )
      throw error;
  });
  const why = world.signal.aborted ? "It was interrupted before this one." : "Another one failed before this one.";
  return roots.map(({ id }) => outcomes.get(id) ?? { root: id, is: "waits", why });
}

/** Keeps what has not begun from beginning. */
class Stop extends Error {}
