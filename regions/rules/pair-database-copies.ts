import { type EnvironmentRule, liveRegions, regionsOf } from "../schema/environment";
import type { Problem } from "../schema/explain";

/** A copy of a database has a place in the other region, and the other region knows of it. */
export const pairDatabaseCopies: EnvironmentRule = (environment) => {
  const live = liveRegions(environment);
  const takingBackups = namesOf(regionsOf(environment, "standby").filter(({ replication }) => replication));
  const replicasOf = (primary: string) =>
    namesOf(live.filter(({ database }) => database.engine === "replica" && database.primaryRegion === primary));
  const primariesOf = (replica: string) =>
    namesOf(live.filter(({ database }) => database.engine === "global" && database.copiedTo.includes(replica)));

  return live.flatMap(({ name, database }): Problem[] => {
    if (database.engine === "rds")
      return without(database.copiedTo, takingBackups).map((to) => ({
        path: `${name}.database.copiedTo`,
        message: `${to} takes no backups. Choose a region whose role is "standby", and say replication: {} in its file.`,
      }));
    if (database.engine === "global")
      return without(database.copiedTo, replicasOf(name)).map((to) => ({
        path: `${name}.database.copiedTo`,
        message: `${to} has no replica of it. Say database: { engine: "replica", primaryRegion: "${name}" } in regions/${to}.ts, whose role is "live".`,
      }));
    if (database.engine === "replica")
      return without([database.primaryRegion], primariesOf(name)).map((primary) => ({
        path: `${name}.database.primaryRegion`,
        message: `${primary} has no database that is copied to ${name}. Say database: { engine: "global", copiedTo: ["${name}"] } in its file.`,
      }));
    return [];
  });
};

const namesOf = (regions: readonly { readonly name: string }[]): string[] => regions.map(({ name }) => name);
const without = (wanted: readonly string[], there: readonly string[]): string[] =>
  wanted.filter((name) => !there.includes(name));
