import { globalRegion } from "../../regions/schema/aws-regions";
import type { DrillWith } from "../drill";
import type { Item } from "../inventory/item";
import { takeGlobalInventory, takeInventory } from "../inventory/take";
import { followsRegions, liveRoots, standUp, tearDown } from "../roots";
import { step } from "../step";

const title = "Stand up the source region";

/** The live roots of the region that will be lost, and what a standby holds of it once it runs. */
export const sourceRoots = (drill: DrillWith<"source">) =>
  liveRoots(
    drill,
    (region, tier) => (region === drill.settings.lost.name && tier.scope === "region") || followsRegions(tier),
  );

/** What a region and the global services hold now. */
export const everythingIn = async (drill: DrillWith<"aws">, region: string): Promise<Item[]> => {
  const aws = drill.need("aws");
  return (await Promise.all([takeInventory(aws(region)), takeGlobalInventory(aws(globalRegion))])).flat();
};

export const standUpSource = step({
  title,
  about: "Applies every tier of the region that will be lost, as it runs: one root a tier, states in S3, plans saved.",
  needs: ["aws", "childEnvironment", "source"],
  gives: ["sourceBefore"],
  run: async (drill, at) => {
    drill.found.sourceBefore = await everythingIn(drill, drill.settings.lost.name);
    await standUp(drill, at, title, sourceRoots(drill));
  },
  undo: {
    title: "Destroy what stands of the source region",
    run: async (drill, at) => {
      if (drill.found.source) await tearDown(drill, at, "Destroy the source region", sourceRoots(drill));
    },
  },
});
