import { breakLock } from "../account/run-states";
import { managedIn } from "../make-ephemeral";
import { inOrder } from "../order";
import { tearDown, terraformRoot } from "../roots";
import type { Step } from "../step";
import { sourceRoots } from "../steps/stand-up-source";

const title = "Destroy what drills have left of the region to lose";

/** Destroys whatever the roots of the region to lose still have, in the opposite order of how they are made. */
export const destroySource: Step = {
  title,
  run: async (drill, at) => {
    const { environment } = drill.settings;
    const roots = sourceRoots(drill);
    await inOrder(
      roots.map(({ id }) => ({ id, dependencies: [] })),
      4,
      async ({ id }) => {
        const root = terraformRoot(drill, drill.need("source").folder, id);
        await breakLock(drill.need("aws")(root.backend.region), environment, root.backend.key);
        await root.init(at.signal);
        const count = managedIn(await root.pullState(at.signal)).length;
        if (count === 0) return;
        at.say(`${id}: ${count} resources`);
        drill.standing.set(id, root.folder);
      },
    );
    await tearDown(drill, at, title, roots);
  },
};
