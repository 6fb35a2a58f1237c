import type { Review } from "../../../../tools/review/result";

/** What a review says of a resource, without its words. */
export interface Said {
  readonly rule: string;
  readonly address: string;
  readonly is: "finding" | "unknown";
  readonly severity?: string;
}

/** What a review says, in an order that does not depend on the rules' own. */
export const said = ({ findings, notKnown }: Review): Said[] =>
  [
    ...findings.map(({ rule, address, severity }): Said => ({ rule, address, is: "finding", severity })),
    ...notKnown.map(({ rule, address }): Said => ({ rule, address, is: "unknown" })),
  ].sort((one, other) => keyOf(one).localeCompare(keyOf(other), "en"));

const keyOf = ({ address, rule, is, severity = "" }: Said): string => [address, rule, is, severity].join(" ");
