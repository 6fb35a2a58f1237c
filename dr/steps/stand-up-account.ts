import { stateContract } from "../../modules/state/contract";
import type { Drill } from "../drill";
import { followsRegions, liveRoots, standUp, tearDown } from "../roots";
import type { Step } from "../step";

const title = "Stand up what regions share, and the standby";

/** Everything but the regions' own tiers, and the states, which are there before. */
export const sharedRoots = (drill: Drill) =>
  liveRoots(drill, (_, tier) => tier.scope !== "region" && tier.name !== stateContract.name && !followsRegions(tier));

/** Applies the global tiers, each region's baseline, and what the target region holds before a loss; without `--aws`. */
export const standUpAccount: Step = {
  title,
  run: (drill, at) => standUp(drill, at, title, sharedRoots(drill)),
  undo: {
    title: "Destroy what regions share, and the standby",
    run: async (drill, at) => {
      if (drill.found.source) await tearDown(drill, at, "Destroy what regions share", sharedRoots(drill));
    },
  },
};
