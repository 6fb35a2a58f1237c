import { copyVaultName } from "../../modules/copies/contract";
import type { Contract } from "../../modules/core/contract";
import { platform } from "../../modules/core/names";
import type { StateLocation } from "../../modules/core/root";
import { lockTableName, stateBucketName } from "../../modules/state/contract";
import { globalRegion } from "../schema/aws-regions";
import { type Environment, stateCopyRegion } from "../schema/environment";

/** Where global tiers stand in names; they belong to no region. */
export const everywhere = "global";

/** Where a tier of this scope is, seen from a tier in a region or everywhere: global tiers use the account in their own region. */
export const placeOf = (scope: Contract["scope"], region: string): string => {
  if (scope === "global") return everywhere;
  return region === everywhere ? globalRegion : region;
};

/** Name of the stack of a tier: `prod-eu-west-1-network`. */
export const stackId = (environment: string, region: string, tier: string): string =>
  `${environment}-${region}-${tier}`;

/** The vault in a region that backups of others are copied to; a literal, because a region reads nothing of another one. */
export const copyVaultArn = ({ name, account }: Pick<Environment, "name" | "account">, region: string): string =>
  `arn:aws:backup:${region}:${account}:backup-vault:${copyVaultName(regionPrefix(name, region))}`;

/** What the keys of a region's states begin with, or of the states of global tiers. */
export const statePrefix = (environment: string, region: string): string => `${environment}/${region}/`;

/**
 * Where the state of a root lives. A global tier's state is in the environment's state region; while that is out, in the copy.
 *
 * In the copy only the table locks: the locks beside states were copied with them, and their removal was not.
 */
export const stateLocation = (environment: Environment, region: string, tier: string): StateLocation => {
  const home = region === everywhere ? environment.stateRegion : region;
  const copy = home === environment.stateRegion && environment.stateRegionOut ? stateCopyRegion(environment) : null;
  return {
    bucket: stateBucketName(environment, copy ?? home),
    key: `${statePrefix(environment.name, region)}${tier}.tfstate`,
    region: copy ?? home,
    lockTable: lockTableName,
    lockFile: copy === null,
  };
};

/** What a state's key says of its root: the environment, the region or `global`, and the tier, or `recovery-of-…`. */
export const placeInKey = (key: string): { environment: string; region: string; tier: string } => {
  const [environment = "", region = "", tier = ""] = key.replace(/\.tfstate$/, "").split("/");
  return { environment, region, tier };
};

/** Folder of a tier's module below `cdktf.out/modules`. */
export const modulePath = (environment: string, region: string, tier: string): string =>
  `${environment}/${region}/${tier}`;

/** Where a root finds a module, from its own folder in `cdktf.out/stacks`. */
export const moduleSource = (environment: string, region: string, tier: string): string =>
  `../../modules/${modulePath(environment, region, tier)}`;

/** The first part of a region's names. */
export const regionPrefix = (environment: string, region: string): string => `${environment}-${region}`;

/** The tags of everything that belongs to an environment. */
export const environmentTags = (environment: string): Record<string, string> => ({
  Project: platform,
  Environment: environment,
  ManagedBy: "terraform",
});

/** The tier's name that a recovery has in stack ids and state keys. */
export const recoveryOf = (lost: string): string => `recovery-of-${lost}`;
