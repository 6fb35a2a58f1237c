import { platform } from "../../core/names";

/** CloudWatch namespace of the switches' metrics. */
export const switchNamespace = `${platform}/failover`;

/**
 * A switch: a metric with one value, 1 for on and 0 for off, which is sent once and stays.
 *
 * Values of one minute are taken together, so `stat` says which of two wins: the one that keeps customers away.
 */
export const switches = {
  fence: { metric: "Fenced", stat: "Maximum", on: "gets no customers, even if it answers" },
  opening: { metric: "Open", stat: "Minimum", on: "gets customers while no live region serves" },
} as const;

export type Switch = keyof typeof switches;

/** Name of a switch's alarm, once in an account: tiers of other regions know it by name. */
export const switchAlarmName = (which: Switch, region: string): string => `${platform}-${which}-${region}`;

/** What the zone's name servers say of a switch, in a TXT record. */
export const told = { on: "set", off: "not set" } as const;
