import type { ResourceChange } from "../../../terraform/plan/resource-changes";
import type { Surroundings } from "../rules/rule";

/** Whether what a resource refers to in an attribute is made by the same plan: nothing has relied on it so far. */
export const isOfNew = ({ address }: ResourceChange, attribute: string, around: Surroundings): boolean =>
  around
    .refer(address, around.decided(address, [attribute])?.by ?? [])
    .some((one) => around.configuredAs(one.address).some(({ fate }) => fate === "create"));
