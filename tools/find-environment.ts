import { UserError } from "../modules/core/user-error";
import { environments } from "../regions/environments";
import type { Environment } from "../regions/schema/environment";
import { didYouMean } from "../regions/schema/explain";

/** The environment that the command line names; fails for one that regions/environments.ts does not have. */
export function findEnvironment(name: string, where = "environment"): Environment {
  const names = environments.map((environment) => environment.name);
  const found = environments.find((environment) => environment.name === name);
  if (!found)
    throw new UserError(
      `${where}: "${name}" is not a known environment.${didYouMean(name, names)} Known: ${names.join(", ")}.`,
    );
  return found;
}
