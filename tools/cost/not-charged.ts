import type { ValuedResource } from "../../terraform/values/resource";
import { kinds } from "./kinds";

/** Types of resources that are free, or in the price of others, with how many there are and why. */
export function notCharged(resources: readonly ValuedResource[]): { type: string; count: number; why: string }[] {
  const counts = new Map<string, number>();
  for (const { type, count } of resources) counts.set(type, (counts.get(type) ?? 0) + count);
  return [...counts]
    .flatMap(([type, count]) => {
      const kind = kinds[type];
      if (!kind) return [];
      if ("free" in kind) return [{ type, count, why: kind.free }];
      return "within" in kind ? [{ type, count, why: `in the price of: ${kind.within}` }] : [];
    })
    .sort((one, other) => one.type.localeCompare(other.type));
}
