import { type EnvironmentRule, regionsOf } from "../schema/environment";
import type { Problem } from "../schema/explain";
import { and } from "../schema/lists";

/**
 * One region keeps the states of the global tiers and what is recorded of all regions: the one with the role for it. Others
 * know its buckets by the name of `stateRegion`.
 */
export const haveTheStateRegion: EnvironmentRule = (environment) => {
  const { regions, stateRegion } = environment;
  const its = regions.find(({ name }) => name === stateRegion);
  const states = regionsOf(environment, "state").map(({ name }) => name);
  const problem = (message: string): Problem[] => [{ path: "stateRegion", message }];
  if (its === undefined)
    return problem(
      `${stateRegion} is not a region of this environment, so it has no state bucket. Add its file to regions.`,
    );
  if (its.role !== "state") {
    const wayOut =
      states.length === 1
        ? `Choose ${states[0]}.`
        : 'Choose a region whose file says role: "state", and no other one does.';
    return problem(
      `${stateRegion} has the role "${its.role}", but the trail and the logs of the edge are put where the role is "state". ${wayOut}`,
    );
  }
  return states.length === 1
    ? []
    : [
        {
          path: "regions",
          message: `${and(states)} have the role "state". Exactly one must have it, ${stateRegion}: others would have buckets of the same names.`,
        },
      ];
};
