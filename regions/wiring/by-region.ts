import { stateKeyAlias } from "../../modules/state/contract";
import { type Environment, liveRegions, regionsOf } from "../schema/environment";

/** The regions that customers are led to, or kept away from. */
export const switched = (environment: Environment) => ({
  liveRegions: liveRegions(environment).map(({ name }) => name),
  standbyRegions: regionsOf(environment, "standby").map(({ name }) => name),
});

/** The key that secrets are under in each of these regions: that of its states, which is there before all else. */
export const keyAliasesIn = (environment: Environment, regions: readonly string[]): Record<string, string> =>
  Object.fromEntries(regions.map((region) => [region, stateKeyAlias(environment, region)]));
