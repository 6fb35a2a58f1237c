import type { ResourceChange } from "../../../terraform/plan/resource-changes";
import type { ChangeView } from "../result";
import { attributes } from "./attributes";
import { costs } from "./costs";
import { noise } from "./noise";
import type { Viewing } from "./viewing";
import { why } from "./why";

/** What becomes of a resource, for people; nothing where it stays as it is. */
export function changeView(change: ResourceChange, viewing: Viewing): ChangeView[] {
  const { address, movedFrom, type, fate, deposed, importing } = change;
  if (fate === "none") return [];
  const differing = attributes(change, viewing);
  const [reason, cost, kind] = [why(change), costs(change), noise(change, differing, viewing)];
  return [
    {
      address,
      ...(movedFrom !== undefined && { movedFrom }),
      type,
      fate,
      ...(deposed && { deposed }),
      ...(importing !== undefined && { importing }),
      ...(reason !== undefined && { why: reason }),
      ...(cost !== undefined && { costs: cost }),
      ...(kind !== undefined && { noise: kind }),
      attributes: differing,
    },
  ];
}
