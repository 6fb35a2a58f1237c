import pLimit from "p-limit";
import type { Managed } from "../../terraform/state";
import type { DrillWith } from "../drill";
import { added } from "../inventory/take";
import { liveRoots, terraformRoot } from "../roots";
import { step } from "../step";
import { everythingIn } from "./stand-up-source";

export const takeInventories = step({
  title: "Take the inventory",
  about:
    "Asks AWS what the source region holds, and Terraform's states, while it still answers, and what the target holds before the recovery.",
  needs: ["aws", "childEnvironment", "source", "sourceBefore"],
  gives: ["sourceItems", "sourceStates", "targetBefore"],
  run: async (drill, { say, signal }) => {
    const { lost, target } = drill.settings;
    const states = readStates(drill, signal);
    const items = everythingIn(drill, lost.name);
    const [sourceStates, found] = await Promise.all([states, items]);
    const sourceItems = added(drill.need("sourceBefore"), found);
    Object.assign(drill.found, { sourceStates, sourceItems });
    drill.found.targetBefore = await everythingIn(drill, target.region);
    say(`${sourceItems.length} resources in ${lost.name}, ${sourceStates.length} in Terraform's states`);
  },
});

/** What the states of the region's own roots manage. */
async function readStates(drill: DrillWith<"source" | "childEnvironment">, signal: AbortSignal): Promise<Managed[]> {
  const { lost } = drill.settings;
  const own = liveRoots(drill, (region, { scope }) => region === lost.name && scope === "region");
  const folder = drill.need("source").folder;
  const states = await pLimit(2).map(own, ({ id }) => terraformRoot(drill, folder, id).managed(signal));
  return states.flat();
}
