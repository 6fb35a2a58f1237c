import type { Snapshots } from "./kind";
import { ofClusters } from "./of-clusters";
import { ofInstances } from "./of-instances";

/** By Terraform's name for them: Aurora's snapshots are of clusters, those of RDS of instances. */
export const snapshotsCalled: Readonly<Record<"aws_db_cluster_snapshot" | "aws_db_snapshot", Snapshots>> = {
  aws_db_cluster_snapshot: ofClusters,
  aws_db_snapshot: ofInstances,
};
