import {
  type DBCluster,
  DBClusterNotFoundFault,
  type DBInstance,
  DescribeDBClustersCommand,
  paginateDescribeDBInstances,
} from "@aws-sdk/client-rds";
import { databaseIdentifier } from "../../modules/database/contract";
import type { Aws } from "../aws";
import type { Verdict } from "../check";
import { everyItem } from "./pages";

/** The database: a cluster with its instances, or one instance that stands alone. */
export interface Database {
  readonly cluster?: DBCluster;
  readonly instances: readonly DBInstance[];
  readonly subnetGroup: string | undefined;
}

/** Where a database is looked for, and what it should be. */
export interface Sought {
  readonly aws: Aws;
  readonly namePrefix: string;
  readonly database: { readonly engine: "aurora" | "global" | "replica" | "rds" };
}

/** Looks at the database of a region; that there is none is a problem of its own. */
export async function lookAtDatabase(
  { aws, namePrefix, database }: Sought,
  look: (database: Database) => Verdict | Promise<Verdict>,
): Promise<Verdict> {
  const what = database.engine === "rds" ? "instance" : "cluster";
  const name = databaseIdentifier(namePrefix);
  const found = await (what === "cluster" ? findCluster(aws, name) : findInstance(aws, name));
  return found ? look(found) : { seen: `no ${what}`, problems: [`there is no ${what} ${name} in ${aws.region}`] };
}

async function findCluster(aws: Aws, name: string): Promise<Database | undefined> {
  try {
    const { DBClusters: [cluster] = [] } = await aws.rds.send(
      new DescribeDBClustersCommand({ DBClusterIdentifier: name }),
    );
    const instances = (await allInstances(aws)).filter((instance) => instance.DBClusterIdentifier === name);
    return cluster && { cluster, instances, subnetGroup: cluster.DBSubnetGroup };
  } catch (error) {
    if (error instanceof DBClusterNotFoundFault) return undefined;
    throw error;
  }
}

async function findInstance(aws: Aws, name: string): Promise<Database | undefined> {
  const alone = (await allInstances(aws)).find(
    (instance) => instance.DBInstanceIdentifier === name && instance.DBClusterIdentifier === undefined,
  );
  return alone && { instances: [alone], subnetGroup: alone.DBSubnetGroup?.DBSubnetGroupName };
}

const allInstances = ({ rds }: Aws): Promise<DBInstance[]> =>
  everyItem(paginateDescribeDBInstances({ client: rds }, {}), (page) => page.DBInstances);

/** What a database consists of, each with a name for problems. */
export const partsOf = ({ cluster, instances }: Database) => [
  ...(cluster ? [{ what: `cluster ${cluster.DBClusterIdentifier}`, status: cluster.Status, ...cluster }] : []),
  ...instances.map((one) => ({ what: `instance ${one.DBInstanceIdentifier}`, status: one.DBInstanceStatus, ...one })),
];
