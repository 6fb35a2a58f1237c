const clusters = ["DBClusterIdentifier", "SnapshotIdentifier", "SourceDBClusterIdentifier"] as const;

const instances = ["DBInstanceIdentifier", "DBSnapshotIdentifier", "SourceDBInstanceIdentifier"] as const;

/** The parameters that the log keeps, by service and action: names and ARNs only, never anything secret. */
const kept: Readonly<Record<string, readonly string[]>> = {
  "rds CreateDBCluster": clusters,
  "rds RestoreDBClusterFromSnapshot": clusters,
  "rds RestoreDBClusterToPointInTime": clusters,
  "rds CreateDBInstance": instances,
  "rds CreateDBInstanceReadReplica": instances,
  "rds RestoreDBInstanceFromDBSnapshot": instances,
  "rds RestoreDBInstanceToPointInTime": instances,
};

/** The same of every action of a service: whose permissions, and within which. */
const keptOfAll: Readonly<Record<string, readonly string[]>> = {
  iam: [
    "AWSServiceName",
    "InstanceProfileName",
    "OpenIDConnectProviderArn",
    "Path",
    "PermissionsBoundary",
    "PolicyArn",
    "RoleName",
  ],
};

/** What the log keeps of a form's parameters; undefined where it keeps none. */
export function keptParameters(
  service: string,
  action: string,
  form?: URLSearchParams,
): Readonly<Record<string, string>> | undefined {
  const names = kept[`${service} ${action}`] ?? keptOfAll[service];
  if (!names || !form) return undefined;
  return Object.fromEntries([...form].filter(([name]) => names.includes(name)));
}
