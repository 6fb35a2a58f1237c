import { type Environment, type EnvironmentRule, regionsOf, stateCopyRegion } from "../schema/environment";
import type { Problem } from "../schema/explain";
import { or } from "../schema/lists";

/** States are copied to a region with a state bucket, which the loss of the state region does not take along. */
export const copyStatesElsewhere: EnvironmentRule = (environment) =>
  regionsOf(environment, "state").flatMap(({ name }): Problem[] => {
    const to = stateCopyRegion(environment);
    const choices = otherRegions(environment, name);
    if (to === null)
      return environment.stateRegionOut
        ? [
            {
              path: "stateRegionOut",
              message: `true, but nothing copies the states of ${name}. Take it out, and wait for ${name}; then say failover: { copiesStatesTo: ${or(choices.map((choice) => `"${choice}"`))} } in its file.`,
            },
          ]
        : [];
    if (choices.includes(to)) return [];
    const what = to === name ? "is the region itself: its loss would take the copy along" : "has no state bucket";
    return [{ path: `${name}.failover.copiesStatesTo`, message: `${to} ${what}. Choose ${or(choices)}.` }];
  });

/** Every region of an environment has a state bucket. */
const otherRegions = ({ regions }: Environment, name: string): string[] =>
  regions.map((region): string => region.name).filter((other) => other !== name);
