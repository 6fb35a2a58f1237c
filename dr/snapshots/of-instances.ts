import {
  CopyDBSnapshotCommand,
  CreateDBSnapshotCommand,
  DeleteDBSnapshotCommand,
  DescribeDBSnapshotsCommand,
  waitUntilDBSnapshotAvailable,
} from "@aws-sdk/client-rds";
import { unlessAbsent } from "../inventory/answers";
import type { Snapshots } from "./kind";
import { maxWaitTime, runIn, tagsOf } from "./marks";

// An emulator may answer with the short code of the error, as AWS documents it.
const gone = ["DBSnapshotNotFoundFault", "DBSnapshotNotFound"];

/** Those of RDS. */
export const ofInstances: Snapshots = {
  type: "aws_db_snapshot",
  take: async (rds, { database, identifier, run }) => {
    const input = { DBInstanceIdentifier: database, DBSnapshotIdentifier: identifier, Tags: tagsOf(run) };
    return (await rds.send(new CreateDBSnapshotCommand(input))).DBSnapshot?.DBSnapshotArn;
  },
  copy: async (rds, { source, identifier, key, run }) => {
    const to = { TargetDBSnapshotIdentifier: identifier, KmsKeyId: key, Tags: tagsOf(run) };
    const copy = new CopyDBSnapshotCommand({ SourceDBSnapshotIdentifier: source, ...to });
    return (await rds.send(copy)).DBSnapshot?.DBSnapshotArn;
  },
  available: async (client, DBSnapshotIdentifier, abortSignal) => {
    const { reason } = await waitUntilDBSnapshotAvailable(
      { client, maxWaitTime, abortSignal },
      { DBSnapshotIdentifier },
    );
    const [snapshot] = reason.DBSnapshots ?? [];
    return { arn: snapshot?.DBSnapshotArn, takenAt: snapshot?.SnapshotCreateTime };
  },
  find: async (rds, DBSnapshotIdentifier) => {
    const asked = rds.send(new DescribeDBSnapshotsCommand({ DBSnapshotIdentifier }));
    const [snapshot] = (await unlessAbsent(asked, ...gone))?.DBSnapshots ?? [];
    return snapshot && { run: runIn(snapshot.TagList) };
  },
  remove: async (rds, DBSnapshotIdentifier) => {
    await unlessAbsent(rds.send(new DeleteDBSnapshotCommand({ DBSnapshotIdentifier })), ...gone);
  },
};
