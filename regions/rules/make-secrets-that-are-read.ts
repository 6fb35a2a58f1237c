import { type EnvironmentRule, liveRegions, regionsOf } from "../schema/environment";

/** A service reads secrets that the state region has. */
export const makeSecretsThatAreRead: EnvironmentRule = (environment) => {
  const made = regionsOf(environment, "state").flatMap(({ secrets }) => secrets?.names ?? []);
  return liveRegions(environment).flatMap(({ name, api }) =>
    api.secrets
      .filter((wanted) => !made.includes(wanted))
      .map((wanted) => ({
        path: `${name}.api.secrets`,
        message: `"${wanted}" is none of the secrets of ${environment.stateRegion}: ${made.join(", ") || "none"}. Say secrets: { names: [${[...made, wanted].map((one) => `"${one}"`).join(", ")}] } in regions/${environment.stateRegion}.ts.`,
      })),
  );
};
