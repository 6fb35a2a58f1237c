import pLimit from "p-limit";
import type { Managed } from "../../terraform/state";
import type { Drill } from "../drill";
import { added } from "../inventory/take";
import { liveRoots, terraformRoot } from "../roots";
import type { Step } from "../step";
import { everythingIn } from "./stand-up-source";

/** Asks AWS what the source region holds, and Terraform's states, while it still answers, and what the target holds before the recovery. */
export const takeInventories: Step = {
  title: "Take the inventory",
  run: async (drill, { say, signal }) => {
    const { lost, target } = drill.settings;
    const states = readStates(drill, signal);
    const items = everythingIn(drill, lost.name);
    const [sourceStates, sourceItems] = await Promise.all([states, items]);
    drill.found.sourceStates = sourceStates;
    drill.found.sourceItems = added(drill.need("sourceBefore"), sourceItems);
    drill.found.targetBefore = await everythingIn(drill, target.region);
    say(`${drill.need("sourceItems").length} resources in ${lost.name}, ${sourceStates.length} in Terraform's states`);
  },
};

/** What the states of the region's own roots manage. */
async function readStates(drill: Drill, signal: AbortSignal): Promise<Managed[]> {
  const { lost } = drill.settings;
  const own = liveRoots(drill, (region, { scope }) => region === lost.name && scope === "region");
  const folder = drill.need("source").folder;
  const states = await pLimit(2).map(own, ({ id }) => terraformRoot(drill, folder, id).managed(signal));
  return states.flat();
}
