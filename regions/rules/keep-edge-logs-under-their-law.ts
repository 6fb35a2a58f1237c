import { differentLaws, jurisdictionOf, lawsDiffer } from "../schema/aws-regions";
import { type EnvironmentRule, liveRegions, regionsOf } from "../schema/environment";
import { or } from "../schema/lists";

/** Customers' addresses, in the logs of the edge, are kept in the region of the states: under the law of each live one. */
export const keepEdgeLogsUnderTheirLaw: EnvironmentRule = (environment) => {
  const { stateRegion } = environment;
  return liveRegions(environment)
    .filter(({ name }) => lawsDiffer(name, stateRegion))
    .map(({ name }) => {
      const choices = regionsOf(environment, "state").filter((one) => !lawsDiffer(name, one.name));
      const wayOut =
        choices.length > 0
          ? `Choose ${or(choices.map((one) => one.name))}.`
          : `Add a region in ${jurisdictionOf(name)} with the role "state" and choose it.`;
      return {
        path: "stateRegion",
        message: `${differentLaws(name, stateRegion)}; the logs of the edge, which are kept there, hold addresses of customers and must stay in ${jurisdictionOf(name)}. ${wayOut}`,
      };
    });
};
