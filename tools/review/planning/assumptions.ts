import { plannedOutputs } from "../../../terraform/plan/outputs";
import { readPlan } from "../../../terraform/plan/read";
import type { Reading } from "../../../terraform/readings";
import type { Planned } from "../review";
import type { Assumption } from "./assume";
import type { Stored } from "./stored";

/** What a root must take for granted of those that it reads: outputs that their plans change, or that are not stored yet. */
export async function assumptionsOf(
  its: readonly Reading[],
  plans: ReadonlyMap<string, Planned>,
  stored: Stored,
): Promise<Assumption[]> {
  const assumptions: Assumption[] = [];
  for (const { name, root = "", state, outputs: reads } of its) {
    const plan = plans.get(root);
    const outputs = plan ? plannedOutputs(readPlan(plan.json, plan.root)) : [];
    const changing = outputs.filter(({ name: output, fate }) => reads.includes(output) && fate !== "none");
    const isThere = (await stored(state)) === "state";
    if (!isThere || changing.length > 0)
      assumptions.push({ name, root: root || `${state.bucket}/${state.key}`, reads, outputs, isThere });
  }
  return assumptions;
}
