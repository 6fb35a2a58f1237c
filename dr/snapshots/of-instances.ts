import { DeleteDBSnapshotCommand, DescribeDBSnapshotsCommand } from "@aws-sdk/client-rds";
import { unlessAbsent } from "../inventory/answers";
import type { Snapshots } from "./kind";
import { runIn } from "./marks";

// An emulator may answer with the short code of the error, as AWS documents it.
const gone = ["DBSnapshotNotFoundFault", "DBSnapshotNotFound"];

/** Those of RDS. */
export const ofInstances: Snapshots = {
  find: async (rds, DBSnapshotIdentifier) => {
    const asked = rds.send(new DescribeDBSnapshotsCommand({ DBSnapshotIdentifier }));
    const [snapshot] = (await unlessAbsent(asked, ...gone))?.DBSnapshots ?? [];
    return snapshot && { run: runIn(snapshot.TagList) };
  },
  remove: async (rds, DBSnapshotIdentifier) => {
    await unlessAbsent(rds.send(new DeleteDBSnapshotCommand({ DBSnapshotIdentifier })), ...gone);
  },
};
