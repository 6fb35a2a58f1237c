import { DeleteDBClusterSnapshotCommand, DescribeDBClusterSnapshotsCommand } from "@aws-sdk/client-rds";
import { unlessAbsent } from "../inventory/answers";
import type { Snapshots } from "./kind";
import { runIn } from "./marks";

const gone = "DBClusterSnapshotNotFoundFault";

/** Aurora's. */
export const ofClusters: Snapshots = {
  find: async (rds, DBClusterSnapshotIdentifier) => {
    const asked = rds.send(new DescribeDBClusterSnapshotsCommand({ DBClusterSnapshotIdentifier }));
    const [snapshot] = (await unlessAbsent(asked, gone))?.DBClusterSnapshots ?? [];
    return snapshot && { run: runIn(snapshot.TagList) };
  },
  remove: async (rds, DBClusterSnapshotIdentifier) => {
    await unlessAbsent(rds.send(new DeleteDBClusterSnapshotCommand({ DBClusterSnapshotIdentifier })), gone);
  },
};
