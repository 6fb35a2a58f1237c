import { paginateDescribeGlobalClusters } from "@aws-sdk/client-rds";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Reader } from "../reader";

/** Global Aurora databases, with the clusters that belong to them. */
export const dbGlobalClusters: Reader = {
  service: "RDS",
  global: true,
  async list({ rds }) {
    const pages = paginateDescribeGlobalClusters({ client: rds }, {});
    return (await everyItem(pages, (page) => page.GlobalClusters)).map((cluster) => ({
      type: "aws_rds_global_cluster",
      id: given(cluster.GlobalClusterArn),
      name: cluster.GlobalClusterIdentifier,
      settings: {
        engine: cluster.Engine,
        engineVersion: cluster.EngineVersion,
        storageEncrypted: cluster.StorageEncrypted,
        deletionProtection: cluster.DeletionProtection,
        members: cluster.GlobalClusterMembers?.map(({ DBClusterArn }) => DBClusterArn),
      },
    }));
  },
};
