import type { Review } from "../review/result";

/**
 * In how many approvals a review can be applied: a plan that awaits another root can be approved when that one is applied,
 * and not before.
 */
export function approvalsFor({ plans }: Pick<Review, "plans">): number {
  const awaits = new Map(plans.map(({ root, provisional }) => [root, provisional.map(({ after }) => after ?? "")]));
  const waveOf = (root: string, above: readonly string[] = []): number => {
    const awaited = (awaits.get(root) ?? []).filter((one) => awaits.has(one) && !above.includes(one));
    return 1 + Math.max(0, ...awaited.map((one) => waveOf(one, [...above, root])));
  };
  return Math.max(0, ...plans.map(({ root }) => waveOf(root)));
}
