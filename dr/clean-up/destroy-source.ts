import { inAnyOrder } from "../../terraform/order";
import { breakLock } from "../account/run-states";
import type { Drill } from "../drill";
import { sourceRoots, terraformRoot } from "../roots";
import type { At } from "../step";
import { tearDown } from "../tear-down";

/** Destroys whatever the roots of a run's region to lose still have, in the opposite order of how they are made. */
export async function destroySource(drill: Drill, at: At): Promise<void> {
  const roots = sourceRoots(drill);
  await inAnyOrder(roots, async ({ id }) => {
    const root = terraformRoot(drill, { ...drill.need("source"), id });
    await breakLock(drill.need("aws")(root.backend.region), root.backend);
    await root.init(at.signal);
    if ((await root.managed(at.signal)).length > 0) drill.standing.set(id, root.folder);
  });
  await tearDown(drill, at, "Destroy the source region");
}
