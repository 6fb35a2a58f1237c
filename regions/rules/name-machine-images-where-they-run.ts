import { type EnvironmentRule, regionsOf } from "../schema/environment";

/** Machine images are named in the region that runs them, from which they are copied. */
export const nameMachineImagesWhereTheyRun: EnvironmentRule = (environment) =>
  regionsOf(environment, "standby")
    .filter(({ delivery }) => Object.keys(delivery.machineImages).length > 0)
    .map(({ name }) => ({
      path: `${name}.delivery.machineImages`,
      message: `${name} runs nothing until a region is lost. Name machine images in the live region that runs them; they are copied here.`,
    }));
