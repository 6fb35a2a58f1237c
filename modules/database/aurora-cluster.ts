import { DbSubnetGroup } from "@cdktf/provider-aws/lib/db-subnet-group";
import { RdsCluster } from "@cdktf/provider-aws/lib/rds-cluster";
import type { Construct } from "constructs";
import { not, number, numberIfBelow } from "../core/late";
import type { AuroraInputs } from "./contract";
import { fixed } from "./fixed";
import type { Login } from "./login";
import type { DatabaseOptions } from "./options";
import { clusterParameters } from "./parameters";

/** The engine of the cluster and its instances. */
export const engine = "aurora-postgresql";

/**
 * What AWS may say of a cluster because its instances have it, which say it here.
 *
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_PerfInsights.Enabling.html
 */
const saidByInstances = [
  "performance_insights_enabled",
  "performance_insights_kms_key_id",
  "performance_insights_retention_period",
];

/** What AWS says of a cluster because another resource of the global database says it. */
const ownedElsewhere: Readonly<Record<AuroraInputs["engine"], readonly string[]>> = {
  aurora: [],
  global: ["global_cluster_identifier"],
  replica: ["replication_source_identifier"],
};

interface ClusterOptions extends DatabaseOptions<AuroraInputs> {
  readonly login: Login;
}

/** The cluster: storage, backups, logins, endpoints. */
export function auroraCluster(scope: Construct, options: ClusterOptions): RdsCluster {
  const { name, inputs, login, log, monitoring, finalSnapshot } = options;
  const { engineVersion, ephemeral } = inputs;
  const isReplica = inputs.engine === "replica";
  const subnets = new DbSubnetGroup(scope, "subnets", { name, subnetIds: inputs.dataSubnetIds });

  return new RdsCluster(scope, "orders", {
    clusterIdentifier: name,
    engine,
    engineVersion,
    engineMode: "provisioned", // AWS's name for what is not Serverless v1
    serverlessv2ScalingConfiguration: {
      minCapacity: number(inputs.minCapacityUnits),
      maxCapacity: number(inputs.maxCapacityUnits),
      secondsUntilAutoPause: numberIfBelow(0.5, inputs.minCapacityUnits, inputs.secondsUntilAutoPause),
    },
    allowMajorVersionUpgrade: inputs.engine === "aurora" ? inputs.allowMajorVersionUpgrade : undefined,
    dbClusterParameterGroupName: clusterParameters(scope, name, engineVersion).name,

    // A replica has the data, the logins and the name of its primary.
    ...(isReplica
      ? { globalClusterIdentifier: inputs.globalIdentifier }
      : {
          databaseName: fixed.databaseName,
          snapshotIdentifier: inputs.snapshotArn,
          enableHttpEndpoint: inputs.dataApi,
        }),
    ...login,
    // Restoring, the provider leaves out this and the Data API; the next apply switches on what is wanted, in place.
    // https://github.com/hashicorp/terraform-provider-aws/issues/35189
    iamDatabaseAuthenticationEnabled: true,

    dbSubnetGroupName: subnets.name,
    vpcSecurityGroupIds: [inputs.databaseGroupId],
    storageEncrypted: true,
    kmsKeyId: inputs.databaseKeyArn,

    backupRetentionPeriod: number(inputs.backupRetentionDays),
    preferredBackupWindow: fixed.backupWindow,
    preferredMaintenanceWindow: fixed.maintenanceWindow,
    copyTagsToSnapshot: true,
    enabledCloudwatchLogsExports: [...fixed.logExports],

    deletionProtection: not(ephemeral),
    deleteAutomatedBackups: ephemeral,
    skipFinalSnapshot: ephemeral,
    finalSnapshotIdentifier: finalSnapshot,

    // What was reviewed and applied is in force; else it waits for the maintenance window and every plan shows it again.
    applyImmediately: true,
    // The snapshot is where the data began, and the names in it: dropping it later means nothing, and other ones would
    // replace the cluster.
    lifecycle: {
      ignoreChanges: [
        ...["snapshot_identifier", "master_username", "database_name"],
        ...saidByInstances,
        ...ownedElsewhere[inputs.engine],
      ],
    },
    dependsOn: [monitoring.permission, log],
  });
}
