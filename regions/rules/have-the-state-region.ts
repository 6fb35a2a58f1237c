import type { EnvironmentRule } from "../schema/environment";

/** The states of the global tiers have a bucket, because their region is one of the environment's. */
export const haveTheStateRegion: EnvironmentRule = ({ regions, stateRegion }) =>
  regions.some(({ name }) => name === stateRegion)
    ? []
    : [
        {
          path: "stateRegion",
          message: `${stateRegion} is not a region of this environment, so it has no state bucket. Add its file to regions.`,
        },
      ];
