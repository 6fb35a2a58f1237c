import type { Led } from "../../tools/fence/where-led";

/** What happens to a drill's regions that may change where customers are led. */
export const events = {
  lost: "the region is lost",
  fenced: "it is fenced",
  rebuilt: "another one is rebuilt and verified",
  opened: "that one is open",
  back: "the lost region answers again",
  lifted: "its fence is lifted",
} as const;

export type Event = keyof typeof events;

/** Where customers were led at a moment, as one of the domain's name servers said. */
export interface Moment extends Led {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The last that had happened. */
  readonly after: Event;
}
