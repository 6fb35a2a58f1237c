import type { Item } from "../inventory/item";
import { type Difference, existence, type FoundDifference, type SortedOut, sortOut } from "./difference";
import { match, type Pair } from "./match";
import { type Normal, normalize } from "./normalize";
import type { Place } from "./place";
import { differing } from "./settings";

/** Whether what was recovered is what was lost. */
export interface ParityResult extends SortedOut {
  /** How many resources of the source were compared. */
  readonly compared: number;
  /** How many there are of each type, in the source. */
  readonly types: Readonly<Record<string, number>>;
}

/** What AWS has of a region, and where that is. */
export interface Inventory {
  readonly items: readonly Item[];
  readonly place: Place;
}

/** Compares two inventories in types, counts and settings, as if both had been taken in one place. */
export function compareInventories(
  source: Inventory,
  recovered: Inventory,
  declared: readonly Difference[],
): ParityResult {
  const left = normalize(source.items, source.place);
  const right = normalize(recovered.items, recovered.place);
  const types = [...new Set([...left, ...right].map(({ type }) => type))].sort();
  const of = (items: readonly Normal[], type: string) => items.filter((item) => item.type === type);
  const found = types.flatMap((type) => match(of(left, type), of(right, type)).flatMap(differences));
  return {
    compared: source.items.length,
    types: Object.fromEntries(types.map((type) => [type, of(left, type).length])),
    ...sortOut(found, declared),
  };
}

function differences({ source, recovered }: Pair): FoundDifference[] {
  const { type = "", name = "without a name" } = source ?? recovered ?? {};
  if (source && recovered) {
    return differing(source.settings, recovered.settings).map((found) => ({ type, name, ...found }));
  }
  return [{ type, name, setting: existence, source: source !== undefined, recovered: recovered !== undefined }];
}
