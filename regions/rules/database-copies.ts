import type { RegionName } from "../schema/aws-regions";
import type { Problem } from "../schema/explain";
import type { LiveRegion, Region } from "../schema/region-schema";

interface Placed {
  readonly name: string;
  readonly regions: readonly Region[];
}

/** Copies of databases that have no place to go, or that the other region knows nothing of. */
export const databaseCopyProblems = ({ name, regions }: Placed): Problem[] =>
  regions
    .filter((region) => region.role === "live")
    .flatMap((region) =>
      problemsOf(region, regions).map((problem) => ({ ...problem, path: `${name}.${problem.path}` })),
    );

function problemsOf({ name, database }: LiveRegion, regions: readonly Region[]): Problem[] {
  const path = `${name}.database`;
  const replicates = (primary: RegionName) => (other: Region) =>
    other.role === "live" && other.database.engine === "replica" && other.database.primaryRegion === primary;
  switch (database.engine) {
    case "aurora":
      return [];
    case "rds":
      return database.copiedTo
        .filter(
          (to) => !regions.some((region) => region.role === "standby" && region.name === to && region.replication),
        )
        .map((to) => ({
          path: `${path}.copiedTo`,
          message: `${to} takes in no backups. Choose a region whose role is "standby", and say replication: {} in its file.`,
        }));
    case "global":
      return database.copiedTo
        .filter((to) => !regions.filter(replicates(name)).some((region) => region.name === to))
        .map((to) => ({
          path: `${path}.copiedTo`,
          message: `${to} has no replica of it. Say database: { engine: "replica", primaryRegion: "${name}" } in regions/${to}.ts, whose role is "live".`,
        }));
    case "replica":
      return regions.some(
        (region) =>
          region.role === "live" &&
          region.name === database.primaryRegion &&
          region.database.engine === "global" &&
          region.database.copiedTo.includes(name),
      )
        ? []
        : [
            {
              path: `${path}.primaryRegion`,
              message: `${database.primaryRegion} has no database that is copied to ${name}. Say database: { engine: "global", copiedTo: ["${name}"] } in its file.`,
            },
          ];
  }
}
