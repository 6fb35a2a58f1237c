import type { ChangeView, Review } from "../result";
import { type Severity, severities } from "../rules/rule";
import { fates } from "./words";

/**
 * What is said first where not all of it fits: risks, then what has no way back, then what changes, what ends and what begins; and at
 * last the lists of what nobody needs to read.
 */
export const ranks = {
  risks: 0,
  failures: 5,
  /** Those with a risk come first, then by what becomes of them; in full, all of them a step later. */
  changes: 10,
  drift: 30,
  notKnown: 35,
  creations: 40,
  outputs: 50,
  noise: 60,
} as const;

/** The most severe risk of a resource in a root; undefined where there is none. */
export function severityIn({
  findings,
}: Pick<Review, "findings">): (root: string, address: string) => Severity | undefined {
  const worst = new Map<string, Severity>();
  for (const { root, address, severity } of findings) {
    const key = `${root}\n${address}`;
    // The most severe are first.
    if (!worst.has(key)) worst.set(key, severity);
  }
  return (root, address) => worst.get(`${root}\n${address}`);
}

/** How much a change matters: from 0 for a critical risk. */
export const weight = ({ fate }: ChangeView, severity: Severity | undefined): number =>
  severity === undefined ? severities.length + fates.indexOf(fate) : severities.indexOf(severity);
