import type { ResourceChange } from "../../../terraform/plan/resource-changes";
import type { Surroundings } from "../rules/rule";

/** Whether what a resource names in an attribute is destroyed by the same plan. */
export function goesWith({ before }: ResourceChange, attribute: string, { changes }: Surroundings): boolean {
  const named = [before?.[attribute]].flat().filter((one) => typeof one === "string" && one !== "");
  return changes.some(
    ({ fate, before: other }) =>
      fate === "destroy" && [other?.id, other?.arn, other?.name].some((one) => named.includes(one)),
  );
}
