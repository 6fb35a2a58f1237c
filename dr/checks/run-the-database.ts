import type { Check } from "../check";
import { lookAtDatabase } from "../lookup/database";
import type { RecoveredRegion } from "./view";

/** Cluster and instances are available: one writer, and as many readers as the region should have. */
export const runTheDatabase: Check<RecoveredRegion> = {
  title: "The database is available, with one writer and every reader",
  ask: (view) =>
    lookAtDatabase(view, ({ cluster, instances }) => {
      const members = cluster.DBClusterMembers ?? [];
      const writers = members.filter(({ IsClusterWriter }) => IsClusterWriter === true).length;
      const readers = members.length - writers;
      const problems = [
        { what: `cluster ${cluster.DBClusterIdentifier}`, status: cluster.Status },
        ...instances.map((one) => ({ what: `instance ${one.DBInstanceIdentifier}`, status: one.DBInstanceStatus })),
      ]
        .filter(({ status }) => status !== "available")
        .map(({ what, status }) => `${what} is ${status}, not available`);
      const described = new Set(instances.map(({ DBInstanceIdentifier }) => DBInstanceIdentifier));
      for (const { DBInstanceIdentifier } of members)
        if (!described.has(DBInstanceIdentifier))
          problems.push(`instance ${DBInstanceIdentifier} is a member of the cluster and cannot be found`);
      if (writers !== 1) problems.push(`the cluster has ${writers} writers, 1 is needed`);
      if (readers !== view.readerCount)
        problems.push(`the cluster has ${readers} readers, ${view.readerCount} are needed`);
      return { seen: `${cluster.DBClusterIdentifier}: ${writers} writer, ${readers} readers`, problems };
    }),
};
