import type { Review } from "../review/result";

/** What is approved at once: what awaits nothing of an environment, then what awaited these. */
export interface Wave {
  readonly environment: string;
  /** From 1. */
  readonly wave: number;
  /** Whether nothing of the environment has to be reviewed any more when this one is applied. */
  readonly last: boolean;
}

/**
 * In how many approvals a review can be applied: a plan that awaits another root can be approved when that one is applied,
 * and not before.
 */
export function wavesOf(environment: string, { plans }: Pick<Review, "plans">): Wave[] {
  const awaits = new Map(plans.map(({ root, provisional }) => [root, provisional.map(({ after }) => after ?? "")]));
  const waveOf = (root: string, above: readonly string[] = []): number => {
    const awaited = (awaits.get(root) ?? []).filter((one) => awaits.has(one) && !above.includes(one));
    return 1 + Math.max(0, ...awaited.map((one) => waveOf(one, [...above, root])));
  };
  const most = Math.max(0, ...plans.map(({ root }) => waveOf(root)));
  return Array.from({ length: most }, (_, index) => ({ environment, wave: index + 1, last: index + 1 === most }));
}
