import type { Check } from "../check";
import { evidence } from "../controls";
import type { RecoveredRegion } from "./view";

/** What was recovered is what git says, to Terraform as well: nothing is left for a later apply. */
export const planNothingMore: Check<RecoveredRegion> = {
  id: "plan-nothing-more",
  title: "A second plan of the recovery is empty",
  question: "identical",
  controls: evidence.recovery,
  async ask({ plannedNow }) {
    const problems = await plannedNow.recovery();
    return { seen: problems.length === 0 ? "No changes" : `${problems.length} changes`, problems };
  },
};
