import type { Environment } from "../schema/environment-schema";
import type { LiveRegion } from "../schema/region-schema";
import { regionPrefix } from "./location";

/** Identifier of a region's database, known before there is one: other regions know it by name. */
export const databaseIdentifier = (environment: string, region: string): string =>
  `${regionPrefix(environment, region)}-orders`;

/** What ties the databases of regions together, by literal names. */
export const databaseLinks = ({ name }: Environment, { database }: LiveRegion) => ({
  globalIdentifier: database.engine === "replica" ? databaseIdentifier(name, database.primaryRegion) : undefined,
  secretKeyAliases:
    database.engine === "global"
      ? Object.fromEntries(database.copiedTo.map((to) => [to, `alias/${regionPrefix(name, to)}-secrets`]))
      : undefined,
});

/** The instances whose automated backups go to a region, by the region that they are from. */
export const replicatedTo = (region: string, { name, regions }: Environment): Record<string, string> =>
  Object.fromEntries(
    regions.flatMap((from) =>
      from.role === "live" && from.database.engine === "rds" && from.database.copiedTo.includes(region)
        ? [[from.name, databaseIdentifier(name, from.name)]]
        : [],
    ),
  );
