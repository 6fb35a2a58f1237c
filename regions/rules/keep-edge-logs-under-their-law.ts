import { differentLaws, lawsDiffer, regionsUnderLawOf } from "../schema/aws-regions";
import { type EnvironmentRule, liveRegions } from "../schema/environment";

/** Customers' addresses, in the logs of the edge, are kept in the region of the states: under the law of each live one. */
export const keepEdgeLogsUnderTheirLaw: EnvironmentRule = (environment) => {
  const { stateRegion } = environment;
  return liveRegions(environment)
    .filter(({ name }) => lawsDiffer(name, stateRegion))
    .map(({ name }) => ({
      path: "stateRegion",
      message: `${differentLaws(name, stateRegion)}: the logs of the edge, kept there, hold addresses of customers, which must not leave it. Choose one of ${regionsUnderLawOf(name)}.`,
    }));
};
