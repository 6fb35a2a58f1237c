import { globalRegion } from "../../regions/schema/aws-regions";
import { allDespiteFailures } from "../../terraform/failures";
import type { DrillWith } from "../drill";
import type { Item } from "../inventory/item";
import { takeGlobalInventory, takeInventory } from "../inventory/take";
import { sharedRoots, sourceRoots, stateRoots } from "../roots";
import { standUp } from "../stand-up";
import { step } from "../step";
import { tearDown } from "../tear-down";

const title = "Deploy the source region";

/** What a region and the global services hold now. */
export const everythingIn = async (drill: DrillWith<"aws">, region: string): Promise<Item[]> => {
  const aws = drill.need("aws");
  return (await allDespiteFailures([takeInventory(aws(region)), takeGlobalInventory(aws(globalRegion))])).flat();
};

export const standUpSource = step({
  title,
  about:
    "Deploys every tier of the region that will be lost, as in production: a root for each tier, states in S3, saved plans, each as soon as its dependencies are deployed. Without `--aws`, also the state buckets, what regions share, and the standby. A second plan of each is empty.",
  needs: ["aws", "childEnvironment", "source"],
  gives: ["sourceBefore"],
  run: async (drill, at) => {
    drill.found.sourceBefore = await everythingIn(drill, drill.settings.lost.name);
    const shared = drill.settings.where.kind === "account" ? [] : [...stateRoots(drill), ...sharedRoots(drill)];
    await standUp(drill, at, { title, roots: [...shared, ...sourceRoots(drill)] });
  },
  undo: {
    title: "Destroy what is left of the source region",
    run: async (drill, at) => tearDown(drill, at, "Destroy what is left of the source region"),
  },
});
