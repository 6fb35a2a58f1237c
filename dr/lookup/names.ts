/** The fleets of a region. */
export const fleets = ["api", "web"] as const;
export type Fleet = (typeof fleets)[number];

/** Name of a fleet's load balancer and Auto Scaling group. */
export const fleetName = (prefix: string, fleet: Fleet): string => `${prefix}-${fleet}`;

/** Identifier of the database: its cluster, or its only instance. */
export const databaseName = (prefix: string): string => `${prefix}-orders`;

/** Alias of the key that encrypts the database. */
export const databaseKeyAlias = (prefix: string): string => `alias/${prefix}-database`;

/** Name that a fleet's load balancer is reached by. */
export const hostName = (fleet: Fleet, region: string, domain: string): string =>
  fleet === "web" ? `origin.${region}.${domain}` : `api.internal.${domain}`;
