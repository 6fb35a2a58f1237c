import type { EnvironmentRule } from "../schema/environment";

/** The states of the global tiers have a bucket, because their region is one of the environment's. */
export const haveTheStateRegion: EnvironmentRule = ({ regions, stateRegion }) =>
  regions.some(({ name }) => name === stateRegion)
    ? []
    : [
        {
          path: "stateRegion",
          message: `${stateRegion} is not one of this environment's regions. Add its file to regions, so that it has a state bucket.`,
        },
      ];
