import { availableParallelism } from "node:os";
import { inOrder } from "../../../terraform/order";
import { type Reading, readings } from "../../../terraform/readings";
import type { SynthesizedRoot } from "../../../terraform/synthesized";
import type { NotPlanned } from "../result";
import type { Planned } from "../review";
import type { Assumption } from "./assume";
import { assumptionsOf } from "./assumptions";
import { planRoot } from "./plan-root";
import { whyNot } from "./why-not";
import type { PlanningWorld } from "./world";

/** What came of planning. */
export interface Planning {
  readonly plans: readonly Planned[];
  readonly notPlanned: readonly NotPlanned[];
}

/**
 * Plans roots that are affected by a change, and those that read outputs which change by it: what is read first, a few side
 * by side. What a root reads is as planned, where that is not as stored.
 *
 * `roots` are all that may be planned. A root that cannot be planned is told, and keeps no other one from it.
 */
export async function planAffected(
  roots: readonly SynthesizedRoot[],
  affected: ReadonlySet<string>,
  world: PlanningWorld,
): Promise<Planning> {
  const read = readings(roots);
  const plans = new Map<string, Planned>();
  const notPlanned: NotPlanned[] = [];
  const inQuestion = withReaders(affected, read);
  const waiting = roots
    .filter(({ id }) => inQuestion.has(id))
    .map((root) => ({ ...root, dependencies: (read.get(root.id) ?? []).flatMap(({ root: id }) => id ?? []) }));
  await inOrder(waiting, Math.max(2, availableParallelism()), async (root) => {
    try {
      const assumptions = await assumptionsOf(read.get(root.id) ?? [], plans, world.stored);
      if (affected.has(root.id) || assumptions.some(({ isThere }) => isThere))
        plans.set(root.id, await planned(root, assumptions, world));
    } catch (error) {
      world.signal.throwIfAborted();
      notPlanned.push({ root: root.id, why: whyNot(error) });
    }
  });
  return { plans: roots.flatMap(({ id }) => plans.get(id) ?? []), notPlanned };
}

/**
 * The plan of a root. Where what it reads is planned and not there yet, it may look up by a name that is known what AWS does
 * not have yet: then it is planned once more as if nothing of that were known.
 */
async function planned(
  root: SynthesizedRoot,
  assumptions: readonly Assumption[],
  world: PlanningWorld,
): Promise<Planned> {
  try {
    return await planRoot(root, assumptions, world);
  } catch (error) {
    world.signal.throwIfAborted();
    const isGuess = ({ isThere, outputs }: Assumption): boolean => !isThere && outputs.some(({ known }) => known);
    if (!assumptions.some(isGuess)) throw error;
    world.work.forget(root.id);
    const fewer = assumptions.map((one) => (isGuess(one) ? { ...one, outputs: [] } : one));
    return await planRoot(root, fewer, world).catch(() => Promise.reject(error));
  }
}

/** Some roots, and all that read of them, or of those in turn. */
function withReaders(ids: ReadonlySet<string>, read: ReadonlyMap<string, readonly Reading[]>): Set<string> {
  const found = new Set(ids);
  for (const _ of read)
    for (const [reader, its] of read) if (its.some(({ root }) => root && found.has(root))) found.add(reader);
  return found;
}
