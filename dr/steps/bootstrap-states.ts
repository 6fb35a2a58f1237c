import { stateContract } from "../../modules/state/contract";
import { bootstrap, unbootstrap } from "../../terraform/bootstrap";
import { inOrder } from "../../terraform/order";
import type { Drill } from "../drill";
import { liveRoots, proveEmptyPlan, terraformRoot } from "../roots";
import type { At, Step } from "../step";

const title = "Bootstrap the states";

/** The roots of the buckets and lock tables that states are in. */
export const stateRoots = (drill: Drill) => liveRoots(drill, (_, { name }) => name === stateContract.name);

/** Makes the bucket and lock table of each region, first with local state, which then moves into the bucket; without `--aws`. */
export const bootstrapStates: Step = {
  title,
  run: async (drill, { signal, say }) => {
    drill.spans[title] = await inOrder(stateRoots(drill), 4, async ({ id }) => {
      const root = terraformRoot(drill, drill.need("source").folder, id);
      say(`bootstrapping ${id}`);
      drill.standing.set(id, root.folder);
      await bootstrap(root, signal);
      await proveEmptyPlan(root, signal);
    });
  },
  undo: {
    title: "Destroy the states",
    run: async (drill: Drill, { signal, say }: At) => {
      const others = [...drill.standing.keys()].filter((id) => !id.endsWith("-state"));
      if (others.length > 0)
        throw new Error(`the states are kept, because these roots still stand: ${others.join(", ")}`);
      await inOrder(
        stateRoots(drill).filter(({ id }) => drill.standing.has(id)),
        3,
        async ({ id }) => {
          say(`destroying ${id}`);
          await unbootstrap(terraformRoot(drill, drill.need("source").folder, id), signal, { ephemeral: true });
          drill.standing.delete(id);
        },
      );
    },
  },
};
