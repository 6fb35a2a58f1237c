import { type EnvironmentRule, liveRegions } from "../schema/environment";

/** A database that pauses makes its first customers wait: not where the shop sells. */
export const pauseOutsideProd: EnvironmentRule = (environment) =>
  environment.name !== "prod"
    ? []
    : liveRegions(environment).flatMap(({ name, database }) =>
        database.engine !== "rds" && database.minCapacityUnits === 0
          ? [
              {
                path: `${name}.database.minCapacityUnits`,
                message:
                  "0: the database of prod would pause, and the first customer after that wait for it. Say 0.5 or more, or 0 in the differences of another environment.",
              },
            ]
          : [],
      );
