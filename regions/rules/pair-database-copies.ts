import { lawsDiffer, regionNames } from "../schema/aws-regions";
import { whereCopiesGo } from "../schema/copy-choices";
import { type EnvironmentRule, liveRegions, regionsOf } from "../schema/environment";
import type { Problem } from "../schema/explain";
import type { LiveRegion } from "../schema/region-schema";

/** A copy of a database has a place in the other region, and the other region knows of it. */
export const pairDatabaseCopies: EnvironmentRule = (environment) => {
  const live = liveRegions(environment);
  const takingBackups = namesOf(regionsOf(environment, "standby").filter(({ replication }) => replication));
  const replicasOf = (primary: string) =>
    namesOf(live.filter(({ database }) => database.engine === "replica" && database.primaryRegion === primary));
  const primariesOf = (replica: string) =>
    namesOf(live.filter(({ database }) => database.engine === "global" && database.copiedTo.includes(replica)));

  return live.flatMap(({ name, database }): Problem[] => {
    const placeless = (there: readonly string[], what: string): Problem[] =>
      "copiedTo" in database
        ? without(database.copiedTo, there)
            .filter((to) => !mustNotLeave({ name, database }, to))
            .map((to) => ({
              path: `${name}.database.copiedTo`,
              message: `${to} has ${what}. ${whereCopiesGo(environment, name, "database")}`,
            }))
        : [];
    if (database.engine === "rds") return placeless(takingBackups, "no replication tier to keep the backups");
    if (database.engine === "global") return placeless(replicasOf(name), "no replica of this database");
    if (database.engine === "replica")
      return without([database.primaryRegion], primariesOf(name)).map((primary) => ({
        path: `${name}.database.primaryRegion`,
        message: `${primary} has no database that is copied to ${name}. Say database: { engine: "global", copiedTo: ["${name}"] } in regions/${primary}.ts.`,
      }));
    return [];
  });
};

/** Whether another rule, keepPersonalDataUnderItsLaw, refuses the copy. */
const mustNotLeave = ({ name, database }: Pick<LiveRegion, "name" | "database">, to: string): boolean =>
  database.personalData && regionNames.some((region) => region === to && lawsDiffer(name, region));

const namesOf = (regions: readonly { readonly name: string }[]): string[] => regions.map(({ name }) => name);
const without = (wanted: readonly string[], there: readonly string[]): string[] =>
  wanted.filter((name) => !there.includes(name));
