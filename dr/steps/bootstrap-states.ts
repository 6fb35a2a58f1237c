import { join } from "node:path";
import { stateContract } from "../../modules/state/contract";
import { inOrder } from "../../terraform/order";
import { bootstrap, missing } from "../../terraform/states/bootstrap";
import { OwnState } from "../../terraform/states/own-state";
import type { DrillWith } from "../drill";
import { liveRoots, proveEmptyPlan, terraformRoot } from "../roots";
import { step } from "../step";

const title = "Bootstrap the states";

/** The roots of the buckets and lock tables that states are in. */
export const stateRoots = (drill: DrillWith<"source">) =>
  liveRoots(drill, (_, { name }) => name === stateContract.name);

/** The state of one of them, on its way into its own bucket. */
const ownState = (drill: DrillWith<"aws" | "source" | "childEnvironment">, id: string): OwnState =>
  new OwnState(terraformRoot(drill, drill.need("source").folder, id), {
    file: join(drill.settings.workFolder, "states", `${id}.tfstate`),
    s3: (region) => drill.need("aws")(region).s3,
  });

export const bootstrapStates = step({
  title,
  about: "Makes the bucket and lock table of each region, first with local state, which then moves into the bucket.",
  needs: ["aws", "childEnvironment", "source"],
  gives: [],
  run: async (drill, { signal, say }) => {
    const states = stateRoots(drill).map(({ id }) => ownState(drill, id));
    const toMake = await missing(states, say);
    const agree = async () => {
      for (const { id, root } of toMake) drill.standing.set(id, root.folder);
      return true;
    };
    // Each plan is in its root's log as well.
    const made = await bootstrap(toMake, { agree, say, show: () => {} }, signal);
    const proved = await inOrder(states, 4, async (state) => {
      if (!toMake.includes(state)) await state.root.init(signal);
      await proveEmptyPlan(state.root, signal);
    });
    drill.spans[title] = [
      ...(made ?? []),
      ...proved.map((span) => ({ ...span, id: `${span.id}, second plan`, dependencies: [span.id] })),
    ];
  },
  undo: {
    title: "Destroy the states",
    run: async (drill, { signal, say }) => {
      const others = [...drill.standing.keys()].filter((id) => !id.endsWith("-state"));
      if (others.length > 0)
        throw new Error(`the states are kept, because these roots still stand: ${others.join(", ")}`);
      await inOrder(
        stateRoots(drill).filter(({ id }) => drill.standing.has(id)),
        3,
        async ({ id }) => {
          say(`destroying ${id}`);
          await ownState(drill, id).unmake(signal);
          drill.standing.delete(id);
        },
      );
    },
  },
});
