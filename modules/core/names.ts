/**
 * The platform's name: first part of what an account, or all of AWS, has once. Whoever adopts this code renames it here.
 *
 * Lower-case letters and digits, at most 20, because the names of buckets and database users are made of it.
 */
export const platform = "shop";

/** Name of the permissions boundary of every role: once in an account, so the tiers know it by name. */
export const boundaryName = `${platform}-boundary`;
