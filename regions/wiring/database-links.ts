import { databaseIdentifier } from "../../modules/database/contract";
import { keyAlias } from "../../modules/security/contract";
import { type Environment, liveRegions } from "../schema/environment";
import type { LiveRegion } from "../schema/region-schema";
import { regionPrefix } from "./location";

/** What ties the databases of regions together, by literal names. */
export const databaseLinks = ({ name }: Environment, { database }: LiveRegion) => ({
  globalIdentifier:
    database.engine === "replica" ? databaseIdentifier(regionPrefix(name, database.primaryRegion)) : undefined,
  secretKeyAliases:
    database.engine === "global"
      ? Object.fromEntries(database.copiedTo.map((to) => [to, keyAlias(regionPrefix(name, to), "secrets")]))
      : undefined,
});

/** The instances whose automated backups go to a region, by the region that they are from. */
export const replicatedTo = (region: string, { name, regions }: Environment): Record<string, string> =>
  Object.fromEntries(
    regions.flatMap((from) =>
      from.role === "live" && from.database.engine === "rds" && from.database.copiedTo.includes(region)
        ? [[from.name, databaseIdentifier(regionPrefix(name, from.name))]]
        : [],
    ),
  );

/** The regions whose backups are copied to one. */
export const copiedTo = (region: string, environment: Environment): string[] =>
  liveRegions(environment).flatMap(({ name, backup }) => (backup.copiesTo === region ? [name] : []));

/** The other accounts that backups of regions are copied to. */
export const accountsOfCopies = (regions: readonly LiveRegion[]): string[] => [
  ...new Set(regions.flatMap(({ backup }) => backup.copiesToAccount ?? [])),
];
