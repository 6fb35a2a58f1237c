import { UserError } from "../../modules/core/user-error";
import { type Environment, liveRegions, regionsOf } from "../../regions/schema/environment";
import { didYouMean } from "../../regions/schema/explain";

/**
 * The regions of an environment whose database can be written to: one of them by name, or all. By name it may also be a
 * standby region, where a lost one may have been recovered.
 */
export function writableRegions(environment: Environment, named?: string): string[] {
  const live = liveRegions(environment);
  const all = live.filter(({ database }) => database.engine !== "replica").map(({ name }) => name as string);
  if (named === undefined) return all;
  const standby = regionsOf(environment, "standby").map(({ name }) => name as string);
  if (all.includes(named) || standby.includes(named)) return [named];
  const replica = live.find(({ name }) => name === named)?.database;
  if (replica?.engine === "replica")
    throw new UserError(
      `${environment.name}/${named}: its database is a replica, which has what its primary has. Prepare ${environment.name}/${replica.primaryRegion}.`,
    );
  throw new UserError(
    `"${named}" is not a live region of ${environment.name}.${didYouMean(named, all)} Known: ${all.join(", ")}.`,
  );
}
