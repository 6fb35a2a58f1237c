import { differentLaws, jurisdictionOf, lawsDiffer } from "../schema/aws-regions";
import { type EnvironmentRule, liveRegions, regionsOf } from "../schema/environment";
import { addUnderTheLawOf } from "../schema/free-regions";

/** Customers' addresses, in the logs of the edge, are put in the region of the states: under the law of each live one. */
export const keepEdgeLogsUnderTheirLaw: EnvironmentRule = (environment) => {
  const live = liveRegions(environment);
  const [first] = live;
  const haveOneLaw = live.every(({ name }) => first !== undefined && !lawsDiffer(first.name, name));
  return regionsOf(environment, "state").flatMap(({ name: kept }) =>
    live
      .filter(({ name }) => lawsDiffer(name, kept))
      .map(({ name }) => ({
        path: "stateRegion",
        message: `${differentLaws(name, kept)}; the logs of the edge, which are kept there, hold addresses of customers and must stay in ${jurisdictionOf(name)}. ${
          haveOneLaw
            ? addUnderTheLawOf(environment, name, '"state", and no other one')
            : "Give live regions under different laws an environment each."
        }`,
      })),
  );
};
