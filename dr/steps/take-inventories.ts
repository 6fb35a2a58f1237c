import { added } from "../inventory/take";
import type { Step } from "../step";
import { everythingIn } from "./stand-up-source";

/** Asks AWS what the source region holds, while it still answers, and what the target holds before the recovery. */
export const takeInventories: Step = {
  title: "Take the inventory",
  run: async (drill, { say }) => {
    const { lost, target } = drill.settings;
    drill.found.sourceItems = added(drill.need("sourceBefore"), await everythingIn(drill, lost.name));
    drill.found.targetBefore = await everythingIn(drill, target.region);
    say(`${drill.need("sourceItems").length} resources in ${lost.name}`);
  },
};
