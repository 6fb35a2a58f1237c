import { added, type Item, keyOf } from "../inventory/item";

/** What a run left behind in a region. */
export interface Swept {
  /** There now, and was not before: each one is a failure. */
  readonly left: readonly Item[];
  /** Deleted since then, and removed by AWS on a date of its own. */
  readonly softlyDeleted: readonly Item[];
}

/** Compares what was there before a run with what is there now. */
export function sweep(before: readonly Item[], now: readonly Item[]): Swept {
  const leaving = new Set(before.filter(({ goneOn }) => goneOn !== undefined).map(keyOf));
  return {
    left: added(before, now),
    softlyDeleted: now.filter((item) => item.goneOn !== undefined && !leaving.has(keyOf(item))),
  };
}
