import type { Check } from "../check";
import { evidence } from "../controls";
import type { RecoveredRegion } from "./view";

/** What routes customers to the recovered region was applied before the loss, and needs neither a change nor the lost region. */
export const leaveTheEdgeAlone: Check<RecoveredRegion> = {
  id: "leave-the-edge-alone",
  title: "A plan of the edge is empty and needs no call to the lost region",
  question: "independent",
  controls: evidence.recovery,
  async ask({ plannedNow, callsSince, lost: { region } }) {
    const since = Date.now();
    const changes = await plannedNow.edge();
    const meanwhile = callsSince(since);
    if (meanwhile.length === 0) throw new Error("the plan called nothing, so it did not look at what there is");
    const toLost = meanwhile.filter((call) => [call.region, call.refused?.region].includes(region));
    return {
      seen: `${changes.length === 0 ? "No" : changes.length} changes, ${meanwhile.length} calls meanwhile, ${toLost.length} of them to ${region}`,
      problems: [...changes, ...toLost.map(({ service, action }) => `${service} ${action} called ${region}`)],
    };
  },
};
