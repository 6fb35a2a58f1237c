import type { Normal } from "./normalize";
import { differing } from "./settings";

/** What stands for each other in source and recovery; one side is missing where nothing does. */
export interface Pair {
  readonly source?: Normal;
  readonly recovered?: Normal;
}

/** Pairs items of one type: by name, and where several have one name or none, those that differ least. */
export function match(source: readonly Normal[], recovered: readonly Normal[]): Pair[] {
  const names = new Set([...source, ...recovered].map(({ name }) => name));
  return [...names].flatMap((name) => {
    const called = (items: readonly Normal[]) => items.filter((item) => item.name === name);
    return nearest(called(source), called(recovered));
  });
}

function nearest(source: readonly Normal[], recovered: readonly Normal[]): Pair[] {
  const distances = source.flatMap((left) =>
    recovered.map((right) => ({ left, right, distance: differing(left.settings, right.settings).length })),
  );
  const pairs = new Map<Normal, Normal>();
  const taken = new Set<Normal>();
  for (const { left, right } of distances.sort((one, other) => one.distance - other.distance)) {
    if (pairs.has(left) || taken.has(right)) continue;
    pairs.set(left, right);
    taken.add(right);
  }
  return [
    ...source.map((left) => {
      const right = pairs.get(left);
      return right ? { source: left, recovered: right } : { source: left };
    }),
    ...recovered.filter((right) => !taken.has(right)).map((right) => ({ recovered: right })),
  ];
}
