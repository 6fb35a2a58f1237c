import { stateContract } from "../../modules/state/contract";
import type { DrillWith } from "../drill";
import { followsRegions, liveRoots, standUp, tearDown } from "../roots";
import { step } from "../step";

const title = "Stand up what regions share, and the standby";

/** Everything but the regions' own tiers, and the states, which are there before. */
export const sharedRoots = (drill: DrillWith<"source">) =>
  liveRoots(drill, (_, tier) => tier.scope !== "region" && tier.name !== stateContract.name && !followsRegions(tier));

export const standUpAccount = step({
  title,
  about: "Applies the global tiers, each region's baseline, and what the target region holds before a loss.",
  needs: ["childEnvironment", "source"],
  gives: [],
  run: (drill, at) => standUp(drill, at, title, sharedRoots(drill)),
  undo: {
    title: "Destroy what regions share, and the standby",
    run: async (drill, at) => {
      if (drill.found.source) await tearDown(drill, at, "Destroy what regions share", sharedRoots(drill));
    },
  },
});
