import {
  CopyDBClusterSnapshotCommand,
  CreateDBClusterSnapshotCommand,
  DeleteDBClusterSnapshotCommand,
  DescribeDBClusterSnapshotsCommand,
  waitUntilDBClusterSnapshotAvailable,
} from "@aws-sdk/client-rds";
import { unlessAbsent } from "../inventory/answers";
import type { Snapshots } from "./kind";
import { maxWaitTime, runIn, tagsOf } from "./marks";

const gone = "DBClusterSnapshotNotFoundFault";

/** Aurora's. */
export const ofClusters: Snapshots = {
  type: "aws_db_cluster_snapshot",
  take: async (rds, { database, identifier, run }) => {
    const input = { DBClusterIdentifier: database, DBClusterSnapshotIdentifier: identifier, Tags: tagsOf(run) };
    const { DBClusterSnapshot } = await rds.send(new CreateDBClusterSnapshotCommand(input));
    return DBClusterSnapshot?.DBClusterSnapshotArn;
  },
  copy: async (rds, { source, identifier, key, run }) => {
    const to = { TargetDBClusterSnapshotIdentifier: identifier, KmsKeyId: key, Tags: tagsOf(run) };
    const copy = new CopyDBClusterSnapshotCommand({ SourceDBClusterSnapshotIdentifier: source, ...to });
    return (await rds.send(copy)).DBClusterSnapshot?.DBClusterSnapshotArn;
  },
  available: async (client, DBClusterSnapshotIdentifier, abortSignal) => {
    const waiting = { client, maxWaitTime, abortSignal };
    const { reason } = await waitUntilDBClusterSnapshotAvailable(waiting, { DBClusterSnapshotIdentifier });
    const [snapshot] = reason.DBClusterSnapshots ?? [];
    return { arn: snapshot?.DBClusterSnapshotArn, takenAt: snapshot?.SnapshotCreateTime };
  },
  find: async (rds, DBClusterSnapshotIdentifier) => {
    const asked = rds.send(new DescribeDBClusterSnapshotsCommand({ DBClusterSnapshotIdentifier }));
    const [snapshot] = (await unlessAbsent(asked, gone))?.DBClusterSnapshots ?? [];
    return snapshot && { run: runIn(snapshot.TagList) };
  },
  remove: async (rds, DBClusterSnapshotIdentifier) => {
    await unlessAbsent(rds.send(new DeleteDBClusterSnapshotCommand({ DBClusterSnapshotIdentifier })), gone);
  },
};
