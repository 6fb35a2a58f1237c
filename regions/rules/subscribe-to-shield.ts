import { globalRegion } from "../schema/aws-regions";
import { type EnvironmentRule, liveRegions, regionsOf } from "../schema/environment";

/** What Shield Advanced protects is in an account that has subscribed to it: AWS refuses it in any other. */
export const subscribeToShield: EnvironmentRule = (environment) => {
  const shared = regionsOf(environment, "global");
  if (shared.every(({ account }) => account.shieldAdvanced !== "off")) return [];
  return [
    ...shared.filter(({ edge }) => edge.shieldProtection).map(({ name }) => `${name}.edge`),
    ...liveRegions(environment)
      .filter(({ web }) => web.shieldProtection)
      .map(({ name }) => `${name}.web`),
  ].map((tier) => ({
    path: `${tier}.shieldProtection`,
    message: `true: Shield Advanced protects nothing in an account without its subscription. Say account: { shieldAdvanced: "for 3,000 USD a month, for a year at least" } in regions/${globalRegion}.ts, or leave shieldProtection out.`,
  }));
};
