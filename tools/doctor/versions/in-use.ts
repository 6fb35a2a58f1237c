import { runtime } from "../../../modules/blocks/function/contract";
import { type Environment, liveRegions } from "../../../regions/schema/environment";
import type { EndOfSupport } from "./ends-of-support";

/** A version that something runs in, and where. */
export interface InUse {
  readonly what: EndOfSupport["what"];
  readonly version: string;
  readonly where: readonly string[];
}

/** Every version that region files and defaults name, once, with the regions that have it. */
export function inUse(environments: readonly Environment[]): InUse[] {
  const found = environments.flatMap((environment) =>
    liveRegions(environment).flatMap(({ name, database, cache }): InUse[] => {
      const where = [`${environment.name}/${name}`];
      return [
        {
          what: database.engine === "rds" ? "RDS for PostgreSQL" : "Aurora PostgreSQL",
          version: database.engineVersion,
          where,
        },
        ...(cache ? [{ what: "ElastiCache for Valkey", version: cache.engineVersion, where } as const] : []),
        { what: "Lambda", version: runtime, where },
      ];
    }),
  );
  const same = (one: InUse, other: InUse): boolean => one.what === other.what && one.version === other.version;
  return found
    .filter((one, index) => found.findIndex((other) => same(one, other)) === index)
    .map((one) => ({ ...one, where: found.filter((other) => same(one, other)).flatMap(({ where }) => where) }));
}
