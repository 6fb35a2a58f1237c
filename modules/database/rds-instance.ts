import { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import { DbSubnetGroup } from "@cdktf/provider-aws/lib/db-subnet-group";
import type { Construct } from "constructs";
import { knownFrom, not, number, numberUnless } from "../core/late";
import type { RdsInputs } from "./contract";
import { fixed } from "./fixed";
import type { DatabaseOptions } from "./options";
import { instanceParameters } from "./parameters";

/**
 * The instance, with a standby in another zone that AWS fails over to.
 *
 * Restored from a snapshot it has the snapshot's key, because RDS takes no other
 * (https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBInstanceFromDBSnapshot.html), and its storage, which
 * may have grown by itself and cannot shrink
 * (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.ModifyingExisting.ScalingUp.html). It has no automated
 * backups for as long as `snapshotArn` is given: with them, RDS first backs up what it is still loading, which blocks the
 * apply for hours (https://github.com/hashicorp/terraform-provider-aws/issues/44104).
 */
export function rdsInstance(
  scope: Construct,
  { name, inputs, monitoring, log, finalSnapshot }: DatabaseOptions<RdsInputs>,
): DbInstance {
  const { engineVersion, ephemeral, snapshotArn } = inputs;
  const subnets = new DbSubnetGroup(scope, "subnets", { name, subnetIds: inputs.dataSubnetIds });

  return new DbInstance(scope, "orders", {
    identifier: name,
    engine: "postgres",
    engineVersion,
    allowMajorVersionUpgrade: inputs.allowMajorVersionUpgrade,
    instanceClass: inputs.instanceClass,
    multiAz: true,
    parameterGroupName: instanceParameters(scope, name, engineVersion).name,

    dbName: fixed.databaseName,
    username: fixed.masterUsername,
    manageMasterUserPassword: true,
    masterUserSecretKmsKeyId: inputs.secretsKeyArn,
    iamDatabaseAuthenticationEnabled: true,

    dbSubnetGroupName: subnets.name,
    vpcSecurityGroupIds: [inputs.databaseGroupId],
    publiclyAccessible: false,
    storageType: "gp3",
    allocatedStorage: numberUnless(snapshotArn, inputs.storageGib, null),
    // What such a size has anyhow: the provider would ask for what a smaller one had, which RDS refuses.
    // https://github.com/hashicorp/terraform-provider-aws/issues/28382
    iops: numberUnless(snapshotArn, knownFrom(400, inputs.storageGib, 12_000), null),

    maxAllocatedStorage: number(inputs.maxStorageGib),
    storageEncrypted: true,
    kmsKeyId: inputs.databaseKeyArn,

    snapshotIdentifier: snapshotArn,
    backupRetentionPeriod: numberUnless(snapshotArn, inputs.backupRetentionDays, 0),
    backupWindow: fixed.backupWindow,
    maintenanceWindow: fixed.maintenanceWindow,
    copyTagsToSnapshot: true,

    enabledCloudwatchLogsExports: [...fixed.logExports],
    performanceInsightsEnabled: true,
    performanceInsightsKmsKeyId: inputs.databaseKeyArn,
    performanceInsightsRetentionPeriod: 7,
    monitoringInterval: 60,
    monitoringRoleArn: monitoring.arn,

    deletionProtection: not(ephemeral),
    deleteAutomatedBackups: ephemeral,
    skipFinalSnapshot: ephemeral,
    finalSnapshotIdentifier: finalSnapshot,

    autoMinorVersionUpgrade: false, // the version is in git; AWS upgrading it would make plans that take it back
    applyImmediately: true, // else it waits for the maintenance window, and every plan shows it again
    // A snapshot has its own key and names.
    lifecycle: { ignoreChanges: ["snapshot_identifier", "kms_key_id", "username", "db_name"] },
    dependsOn: [monitoring.permission, log],
  });
}
