import { drilled, type EnvironmentRule, regionsOf } from "../schema/environment";

/** The role that destroys a region every night is in the account of the environment that is drilled, and in no other. */
export const drillInDevOnly: EnvironmentRule = (environment) =>
  regionsOf(environment, "global")
    .filter(({ account }) => account.workflows.includes("drill") && environment.name !== drilled)
    .map(({ name }) => ({
      path: `${name}.account.workflows`,
      message: `drill: a drill destroys a region, so it may run in the account of ${drilled} only. Say it in the differences of ${drilled}, or leave drill out.`,
    }));
