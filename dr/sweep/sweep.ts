import { type Item, keyOf } from "../inventory/item";
import { added } from "../inventory/take";

/** What a run left behind. */
export interface Swept {
  /** There now, and was not before: each one is a failure. */
  readonly left: readonly Item[];
  /** Deleted since then, and removed by AWS on a date of its own. */
  readonly softlyDeleted: readonly Item[];
}

/** What a run left behind in a region, or in "global". */
export interface Leftovers extends Swept {
  readonly region: string;
  /** There now and not before, without the run's mark, where others work too: somebody's, or what AWS made for either. */
  readonly unmarked?: readonly Item[];
}

/** Compares what was there before a run with what is there now. */
export function sweep(before: readonly Item[], now: readonly Item[]): Swept {
  const leaving = new Set(before.filter(({ goneOn }) => goneOn !== undefined).map(keyOf));
  return {
    left: added(before, now),
    softlyDeleted: now.filter((item) => item.goneOn !== undefined && !leaving.has(keyOf(item))),
  };
}

/** One line about what was left: what it is, where, what it was made for, and when AWS removes it. */
export function describeLeftover(region: string, { type, id, name, ownedBy, goneOn }: Item): string {
  const called = name !== undefined && name !== id ? ` "${name}"` : "";
  const owner = ownedBy ? `, made for ${ownedBy}` : "";
  const gone = goneOn ? `, AWS removes it on ${goneOn}` : "";
  return `${type} ${id}${called} in ${region}${owner}${gone}`;
}
