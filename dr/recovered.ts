import type { LiveRegion } from "../regions/schema/region-schema";
import type { Target } from "./target";

/** A lost region as it will be live in its target: the same shape and settings, the target's name, block, zones and copies. */
export const recovered = (lost: LiveRegion, { region, cidr, copiesTo }: Target): LiveRegion => ({
  ...lost,
  name: region,
  network: { ...lost.network, cidr },
  backup: { ...lost.backup, copiesTo },
});

/** The Availability Zone of each letter: in the region itself, or as a target maps them. */
export const zoneNames = ({ name, network }: LiveRegion, letterOf: Target["zones"] = {}): Record<string, string> =>
  Object.fromEntries(network.zones.map((letter) => [letter, `${name}${letterOf[letter] ?? letter}`]));
