import {
  type DBCluster,
  DBClusterNotFoundFault,
  type DBInstance,
  DescribeDBClustersCommand,
  paginateDescribeDBInstances,
} from "@aws-sdk/client-rds";
import type { Aws } from "../aws";
import type { Verdict } from "../check";
import { clusterName } from "./names";
import { everyItem } from "./pages";

/** The database's cluster and its instances. */
export interface Database {
  readonly cluster: DBCluster;
  readonly instances: readonly DBInstance[];
}

/** Looks at the database of a region; that there is none is a problem of its own. */
export async function lookAtDatabase(
  { aws, namePrefix }: { readonly aws: Aws; readonly namePrefix: string },
  look: (database: Database) => Verdict | Promise<Verdict>,
): Promise<Verdict> {
  const name = clusterName(namePrefix);
  const cluster = await findCluster(aws, name);
  if (!cluster) return { seen: "no cluster", problems: [`there is no cluster ${name} in ${aws.region}`] };
  const all = await everyItem(paginateDescribeDBInstances({ client: aws.rds }, {}), (page) => page.DBInstances);
  return look({ cluster, instances: all.filter((instance) => instance.DBClusterIdentifier === name) });
}

async function findCluster({ rds }: Aws, name: string): Promise<DBCluster | undefined> {
  try {
    return (await rds.send(new DescribeDBClustersCommand({ DBClusterIdentifier: name }))).DBClusters?.[0];
  } catch (error) {
    if (error instanceof DBClusterNotFoundFault) return undefined;
    throw error;
  }
}
