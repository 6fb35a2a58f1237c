import type { Check } from "../check";
import { evidence } from "../controls";
import { type Database, lookAtDatabase, partsOf } from "../lookup/database";
import type { RecoveredRegion } from "./view";

/** Cluster and instances are available: one writer, and as many readers as the region should have; or one with a standby. */
export const runTheDatabase: Check<RecoveredRegion> = {
  id: "run-the-database",
  title: "The database is available with a writer and all readers, or with its standby",
  question: "data",
  controls: evidence.backups,
  ask: (view) =>
    lookAtDatabase(view, (database) => {
      const problems = partsOf(database)
        .filter(({ status }) => status !== "available")
        .map(({ what, status }) => `${what} is ${status}, not available`);
      const { seen, problems: others } =
        view.database.engine === "rds" ? standby(database) : members(database, view.database.readerCount);
      return { seen, problems: [...problems, ...others] };
    }),
};

function members({ cluster, instances }: Database, wantedReaders: number) {
  const members = cluster?.DBClusterMembers ?? [];
  const writers = members.filter(({ IsClusterWriter }) => IsClusterWriter === true).length;
  const readers = members.length - writers;
  const described = new Set(instances.map(({ DBInstanceIdentifier }) => DBInstanceIdentifier));
  const problems = members
    .filter(({ DBInstanceIdentifier }) => !described.has(DBInstanceIdentifier))
    .map((one) => `instance ${one.DBInstanceIdentifier} is a member of the cluster and cannot be found`);
  if (writers !== 1) problems.push(`the cluster has ${writers} writers, 1 is needed`);
  if (readers !== wantedReaders) problems.push(`the cluster has ${readers} readers, ${wantedReaders} are needed`);
  return { seen: `${cluster?.DBClusterIdentifier}: ${writers} writer, ${readers} readers`, problems };
}

const standby = ({ instances }: Database) => ({
  seen: instances
    .map(({ DBInstanceIdentifier, MultiAZ }) => `${DBInstanceIdentifier}: ${MultiAZ ? "one standby" : "no standby"}`)
    .join(", "),
  problems: instances
    .filter(({ MultiAZ }) => MultiAZ !== true)
    .map(({ DBInstanceIdentifier }) => `instance ${DBInstanceIdentifier} has no standby in another zone`),
});
