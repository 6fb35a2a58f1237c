import { withoutKeys } from "../../../terraform/plan/decided";
import type { ResourceChange } from "../../../terraform/plan/resource-changes";
import type { Surroundings } from "../rules/rule";

/** Whether what a resource refers to in an attribute is made by the same plan: nothing has relied on it so far. */
export function isOfNew(
  { address }: ResourceChange,
  attribute: string,
  { changes, decided, refer }: Surroundings,
): boolean {
  const made = new Set(
    changes.flatMap((one) => (one.before === null && one.fate === "create" ? [withoutKeys(one.address)] : [])),
  );
  return refer(address, decided(address, [attribute])?.by ?? []).some((one) => made.has(one.address));
}
