/** Letters of zones; a subnet's address block follows its letter. */
export const zoneLetters = ["a", "b", "c", "d", "e", "f"] as const;
export type ZoneLetter = (typeof zoneLetters)[number];

interface NatGateways {
  readonly zones: readonly ZoneLetter[];
  readonly natGateways: "zone" | "one";
}

/** The zones in use that have a NAT gateway of their own, in order of their letters. */
export const natZones = ({ zones, natGateways }: NatGateways): ZoneLetter[] =>
  zoneLetters.filter((letter) => zones.includes(letter)).slice(0, natGateways === "one" ? 1 : undefined);
