/**
 * The platform's name: first part of what an account, or all of AWS, has once. Whoever adopts this code renames it here.
 *
 * Lower-case letters and digits, at most 20, because the names of buckets and database users are made of it.
 */
export const platform = "shop";

/**
 * IAM path of the roles that services act by, and of instance profiles: who applies makes and changes these, and no other
 * role of the account. Roles that policies trust by name, such as `deploy` and `break-glass`, are outside of it.
 */
export const rolesPath = `/${platform}/`;

/** Name of an SSM parameter of a region's tiers. Workflows keep parameters below the platform's path only. */
export const parameterPath = (namePrefix: string, name: string): string => `/${platform}/${namePrefix}/${name}`;

/** Name of the permissions boundary of every role: once in an account. */
export const boundaryName = `${platform}-boundary`;

/** Name of the role of AWS Backup in a region, which the boundary knows it by. */
export const backupRoleName = (namePrefix: string): string => `${namePrefix}-backup`;
