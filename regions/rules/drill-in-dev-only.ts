import { drilled, type Environment, type EnvironmentRule, regionsOf } from "../schema/environment";

/** A drill destroys a region every night: only the environment that is drilled may say so, and its role is nowhere else. */
export const drillInDevOnly: EnvironmentRule = (environment) => [
  ...(environment.drillable && environment.name !== drilled
    ? [{ path: "drillable", message: `true: ${why} Leave drillable out, or say it in ${drilled}.` }]
    : []),
  ...regionsOf(environment, "global")
    .filter(({ account }) => account.workflows.includes("drill") && !isDrilled(environment))
    .map(({ name }) => ({
      path: `${name}.account.workflows`,
      message: `drill: ${why} Say it in the differences of ${drilled}, with drillable: true beside its stateRegion, or leave drill out.`,
    })),
];

const why = `a drill destroys a region, so it may run in the account of ${drilled} only, where that is marked drillable.`;

const isDrilled = ({ name, drillable }: Environment): boolean => name === drilled && drillable === true;
