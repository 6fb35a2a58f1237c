import { globalRegion } from "../../regions/schema/aws-regions";
import type { DrillWith } from "../drill";
import type { Item } from "../inventory/item";
import { takeGlobalInventory, takeInventory } from "../inventory/take";
import { sharedRoots, sourceRoots, stateRoots } from "../roots";
import { standUp } from "../stand-up";
import { step } from "../step";
import { tearDown } from "../tear-down";

const title = "Stand up the source region";

/** What a region and the global services hold now. */
export const everythingIn = async (drill: DrillWith<"aws">, region: string): Promise<Item[]> => {
  const aws = drill.need("aws");
  return (await Promise.all([takeInventory(aws(region)), takeGlobalInventory(aws(globalRegion))])).flat();
};

export const standUpSource = step({
  title,
  about:
    "Applies every tier of the region that will be lost, as it runs: one root a tier, states in S3, plans saved, each as soon as what it depends on stands. Without `--aws`, with them the states' own buckets, what regions share, and the standby. A second plan of each is empty.",
  needs: ["aws", "childEnvironment", "source"],
  gives: ["sourceBefore"],
  run: async (drill, at) => {
    drill.found.sourceBefore = await everythingIn(drill, drill.settings.lost.name);
    const shared = drill.settings.where.kind === "account" ? [] : [...stateRoots(drill), ...sharedRoots(drill)];
    await standUp(drill, at, { title, roots: [...shared, ...sourceRoots(drill)] });
  },
  undo: {
    title: "Destroy what still stands",
    run: async (drill, at) => tearDown(drill, at, "Destroy what still stands"),
  },
});
