type Tiers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What was written about a region, by tier and setting: in its file, and in an environment's differences instead. */
export interface Given {
  readonly inFile: Tiers;
  readonly inEnvironment: Tiers;
}

/** A checked region has every default filled in, so nobody can tell from it what was written. */
const byRegion = new WeakMap<object, Given>();

/** Notes what was written about a region. */
export function withGiven<R extends object>(region: R, given: { inFile: object; inEnvironment: object }): R {
  byRegion.set(region, { inFile: settingsIn(given.inFile), inEnvironment: settingsIn(given.inEnvironment) });
  return region;
}

/** What was written about a region of an environment. */
export const givenOf = (region: object): Given => byRegion.get(region) ?? { inFile: {}, inEnvironment: {} };

const settingsIn = (tiers: object): Tiers =>
  Object.fromEntries(Object.entries(tiers).flatMap(([tier, its]) => (its instanceof Object ? [[tier, its]] : [])));
