import type { ResourceChange } from "../../../terraform/plan/resource-changes";
import type { ChangeView, PlanView } from "../result";
import { attributes } from "./attributes";
import { why } from "./why";

/** What a plan changes, for people. */
export const planView = (
  root: string,
  changes: readonly ResourceChange[],
): Omit<PlanView, "provisional" | "digest"> => ({
  root,
  changes: changes.flatMap((change) => (change.fate === "none" ? [] : [changeView(change, change.fate)])),
});

function changeView(change: ResourceChange, fate: ChangeView["fate"]): ChangeView {
  const reason = why(change);
  return {
    address: change.address,
    ...(change.movedFrom !== undefined && { movedFrom: change.movedFrom }),
    type: change.type,
    fate,
    ...(reason !== undefined && { why: reason }),
    attributes: attributes(change),
  };
}
