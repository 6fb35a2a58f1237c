import type { LiveRegion } from "../regions/schema";
import type { Target } from "./target-schema";

/** A lost region as it will be live in its target: the same shape and settings, the target's name, block and zones. */
export const recovered = (lost: LiveRegion, { region, cidr }: Target): LiveRegion => ({
  ...lost,
  name: region,
  network: { ...lost.network, cidr },
});

/** The Availability Zone of each letter: in the region itself, or as a target maps them. */
export const zoneNames = ({ name, network }: LiveRegion, letterOf: Target["zones"] = {}): Record<string, string> =>
  Object.fromEntries(network.zones.map((letter) => [letter, `${name}${letterOf[letter] ?? letter}`]));
