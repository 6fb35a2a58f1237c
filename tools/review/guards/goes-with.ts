import type { ResourceChange } from "../../../terraform/plan/resource-changes";
import type { Surroundings } from "../rules/rule";

/** Whether what a resource names in an attribute is destroyed by the same plan. */
export const goesWith = ({ before }: ResourceChange, attribute: string, { destroyed }: Surroundings): boolean =>
  [before?.[attribute]].flat().some((one) => destroyed.has(one));
