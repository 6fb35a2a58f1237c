import type { Review } from "../../../../tools/review/result";

/** What a review says of a resource, without its words. */
export interface Said {
  readonly rule: string;
  readonly address: string;
  readonly is: "finding" | "unknown";
  readonly severity?: string;
}

/** What a review says. */
export const said = ({ findings, notKnown }: Review): Said[] =>
  inOrder([
    ...findings.map(({ rule, address, severity }): Said => ({ rule, address, is: "finding", severity })),
    ...notKnown.map(({ rule, address }): Said => ({ rule, address, is: "unknown" })),
  ]);

/** Sorted, whatever the order of the rules is. */
export const inOrder = (all: readonly Said[]): Said[] =>
  [...all].sort((one, other) => keyOf(one).localeCompare(keyOf(other), "en"));

const keyOf = ({ address, rule, is, severity = "" }: Said): string => [address, rule, is, severity].join(" ");
