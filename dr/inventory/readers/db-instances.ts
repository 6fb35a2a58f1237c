import { type DBInstance, paginateDescribeDBInstances } from "@aws-sdk/client-rds";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Reader } from "../reader";

/** Database instances, in a cluster or alone. */
export const dbInstances: Reader = {
  service: "RDS",
  async list({ rds }) {
    const found = await everyItem(paginateDescribeDBInstances({ client: rds }, {}), ({ DBInstances }) => DBInstances);
    return found.map((instance) => ({
      type: instance.DBClusterIdentifier ? "aws_rds_cluster_instance" : "aws_db_instance",
      id: given(instance.DBInstanceArn),
      name: instance.DBInstanceIdentifier,
      handles: [instance.DbiResourceId, instance.Endpoint?.Address].filter((one) => one !== undefined),
      settings: {
        cluster: instance.DBClusterIdentifier,
        instanceClass: instance.DBInstanceClass,
        engine: instance.Engine,
        engineVersion: instance.EngineVersion,
        status: instance.DBInstanceStatus,
        publiclyAccessible: instance.PubliclyAccessible,
        storageEncrypted: instance.StorageEncrypted,
        deletionProtection: instance.DeletionProtection,
        promotionTier: instance.PromotionTier,
        autoMinorVersionUpgrade: instance.AutoMinorVersionUpgrade,
        performanceInsights: instance.PerformanceInsightsEnabled,
        performanceInsightsKey: instance.PerformanceInsightsKMSKeyId,
        performanceInsightsRetention: instance.PerformanceInsightsRetentionPeriod,
        monitoringInterval: instance.MonitoringInterval,
        monitoringRole: instance.MonitoringRoleArn,
        caCertificate: instance.CACertificateIdentifier,
        ...(instance.DBClusterIdentifier ? { availabilityZone: instance.AvailabilityZone } : alone(instance)),
      },
    }));
  },
};

/** What a cluster says for its instances; which two zones one with a standby is in is AWS's affair. */
const alone = (instance: DBInstance) => ({
  multiAz: instance.MultiAZ,
  parameterGroups: instance.DBParameterGroups?.map(({ DBParameterGroupName }) => DBParameterGroupName),
  subnetGroup: instance.DBSubnetGroup?.DBSubnetGroupName,
  securityGroups: instance.VpcSecurityGroups?.map(({ VpcSecurityGroupId }) => VpcSecurityGroupId),
  databaseName: instance.DBName,
  masterUsername: instance.MasterUsername,
  masterSecret: instance.MasterUserSecret?.SecretArn,
  masterSecretKey: instance.MasterUserSecret?.KmsKeyId,
  iamAuthentication: instance.IAMDatabaseAuthenticationEnabled,
  storageType: instance.StorageType,
  allocatedStorage: instance.AllocatedStorage,
  maxAllocatedStorage: instance.MaxAllocatedStorage,
  kmsKey: instance.KmsKeyId,
  backupRetentionPeriod: instance.BackupRetentionPeriod,
  backupWindow: instance.PreferredBackupWindow,
  maintenanceWindow: instance.PreferredMaintenanceWindow,
  copyTagsToSnapshot: instance.CopyTagsToSnapshot,
  enabledLogs: instance.EnabledCloudwatchLogsExports,
});
