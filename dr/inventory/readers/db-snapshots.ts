import {
  paginateDescribeDBClusterSnapshots,
  paginateDescribeDBClusters,
  paginateDescribeDBInstances,
  paginateDescribeDBSnapshots,
} from "@aws-sdk/client-rds";
import type { Aws } from "../../aws";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Item } from "../item";
import type { Reader } from "../reader";

/** Database snapshots that were made by hand, and automated ones that outlived their database. */
export const dbSnapshots: Reader = {
  service: "RDS",
  list: async (aws) => (await Promise.all([ofClusters(aws), ofInstances(aws)])).flat(),
};

async function ofClusters({ rds: client }: Aws): Promise<Item[]> {
  const [found, clusters] = await Promise.all([
    everyItem(paginateDescribeDBClusterSnapshots({ client }, {}), ({ DBClusterSnapshots }) => DBClusterSnapshots),
    everyItem(paginateDescribeDBClusters({ client }, {}), ({ DBClusters }) => DBClusters),
  ]);
  const alive = new Set(clusters.map(({ DBClusterIdentifier }) => DBClusterIdentifier));
  return found
    .filter(({ SnapshotType, DBClusterIdentifier }) => SnapshotType !== "automated" || !alive.has(DBClusterIdentifier))
    .map((snapshot) => ({
      type: "aws_db_cluster_snapshot",
      id: given(snapshot.DBClusterSnapshotArn),
      name: snapshot.DBClusterSnapshotIdentifier,
      settings: {
        snapshotType: snapshot.SnapshotType,
        cluster: snapshot.DBClusterIdentifier,
        engine: snapshot.Engine,
        storageEncrypted: snapshot.StorageEncrypted,
        kmsKey: snapshot.KmsKeyId,
      },
    }));
}

async function ofInstances({ rds: client }: Aws): Promise<Item[]> {
  const [found, instances] = await Promise.all([
    everyItem(paginateDescribeDBSnapshots({ client }, {}), ({ DBSnapshots }) => DBSnapshots),
    everyItem(paginateDescribeDBInstances({ client }, {}), ({ DBInstances }) => DBInstances),
  ]);
  const alive = new Set(instances.map(({ DBInstanceIdentifier }) => DBInstanceIdentifier));
  return found
    .filter(
      ({ SnapshotType, DBInstanceIdentifier }) => SnapshotType !== "automated" || !alive.has(DBInstanceIdentifier),
    )
    .map((snapshot) => ({
      type: "aws_db_snapshot",
      id: given(snapshot.DBSnapshotArn),
      name: snapshot.DBSnapshotIdentifier,
      settings: {
        snapshotType: snapshot.SnapshotType,
        instance: snapshot.DBInstanceIdentifier,
        engine: snapshot.Engine,
        encrypted: snapshot.Encrypted,
        kmsKey: snapshot.KmsKeyId,
      },
    }));
}
