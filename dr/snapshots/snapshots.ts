import type { Snapshots } from "./kind";
import { ofClusters } from "./of-clusters";
import { ofInstances } from "./of-instances";

/** By the engine of the database: Aurora's snapshots are of clusters, those of RDS of instances. */
export const snapshotsOf = { aurora: ofClusters, global: ofClusters, replica: ofClusters, rds: ofInstances } as const;

/** By Terraform's name for them. */
export const snapshotsCalled: Readonly<Record<Snapshots["type"], Snapshots>> = {
  aws_db_cluster_snapshot: ofClusters,
  aws_db_snapshot: ofInstances,
};
