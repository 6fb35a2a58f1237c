import type { Managed } from "../../terraform/state";
import { type Item, keyOf } from "./item";

/** A root that is not of the region in question: where it makes what it makes, and what its state manages. */
export interface Holder {
  readonly region: string;
  readonly managed: readonly Managed[];
}

/**
 * The items that no holder's state manages: what stands beside what others have made, whenever they did.
 *
 * An item that a state manages under another name than the inventory's stays, and parity then finds it in one region only.
 */
export function withoutHeld(items: readonly Item[], holders: readonly Holder[]): Item[] {
  const held = new Set(holders.flatMap(({ region, managed }) => managed.flatMap((one) => keysOf(one, region))));
  return items.filter(
    (item) => ![item.id, item.name].some((id) => id !== undefined && held.has(keyOf({ ...item, id }))),
  );
}

/** By its id or ARN; by its name, as a replica in another region has it; by its region, if it is one that a region has one of. */
const keysOf = ({ type, attributes }: Managed, region: string): string[] => {
  const { id, arn, name, zone_id: zone, fqdn, type: recordType, set_identifier: set } = attributes;
  const record = [zone, `${fqdn}.`, recordType, set].filter(Boolean).join(" ");
  const ids = type === "aws_route53_record" ? [record] : [id, arn, name, region];
  return ids.filter((one) => typeof one === "string").map((one) => keyOf({ type, id: one }));
};
