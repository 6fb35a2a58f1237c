import type { Item } from "../inventory/item";

/** One line about an item that was left: what it is, where, what it belongs to, and when AWS removes it. */
export function describeItem({ type, id, name, ownedBy, goneOn }: Item, region: string): string {
  const called = name !== undefined && name !== id ? ` "${name}"` : "";
  const owner = ownedBy ? `, made for ${ownedBy}` : "";
  const gone = goneOn ? `, AWS removes it on ${goneOn}` : "";
  return `${type} ${id}${called} in ${region}${owner}${gone}`;
}
