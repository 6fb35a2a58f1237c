import { type DBCluster, paginateDescribeDBClusters } from "@aws-sdk/client-rds";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Reader } from "../reader";

/** Aurora clusters. */
export const dbClusters: Reader = {
  service: "RDS",
  async list({ rds }) {
    const found = await everyItem(paginateDescribeDBClusters({ client: rds }, {}), ({ DBClusters }) => DBClusters);
    return found.map((cluster) => ({
      type: "aws_rds_cluster",
      id: given(cluster.DBClusterArn),
      name: cluster.DBClusterIdentifier,
      handles: [cluster.DbClusterResourceId, cluster.Endpoint, cluster.ReaderEndpoint].filter(
        (one) => one !== undefined,
      ),
      settings: { ...engine(cluster), ...network(cluster), ...protection(cluster) },
    }));
  },
};

const engine = (cluster: DBCluster) => ({
  engine: cluster.Engine,
  engineMode: cluster.EngineMode,
  engineVersion: cluster.EngineVersion,
  serverlessV2Scaling: cluster.ServerlessV2ScalingConfiguration,
  parameterGroup: cluster.DBClusterParameterGroup,
  databaseName: cluster.DatabaseName,
  masterUsername: cluster.MasterUsername,
  masterSecret: cluster.MasterUserSecret?.SecretArn,
  masterSecretKey: cluster.MasterUserSecret?.KmsKeyId,
  enabledLogs: cluster.EnabledCloudwatchLogsExports,
  performanceInsights: cluster.PerformanceInsightsEnabled,
  monitoringInterval: cluster.MonitoringInterval,
});

const network = (cluster: DBCluster) => ({
  availabilityZones: cluster.AvailabilityZones,
  multiAz: cluster.MultiAZ,
  port: cluster.Port,
  subnetGroup: cluster.DBSubnetGroup,
  securityGroups: cluster.VpcSecurityGroups?.map(({ VpcSecurityGroupId }) => VpcSecurityGroupId),
  networkType: cluster.NetworkType,
  dataApi: cluster.HttpEndpointEnabled,
});

const protection = (cluster: DBCluster) => ({
  status: cluster.Status,
  storageEncrypted: cluster.StorageEncrypted,
  kmsKey: cluster.KmsKeyId,
  iamAuthentication: cluster.IAMDatabaseAuthenticationEnabled,
  deletionProtection: cluster.DeletionProtection,
  backupRetentionPeriod: cluster.BackupRetentionPeriod,
  backupWindow: cluster.PreferredBackupWindow,
  maintenanceWindow: cluster.PreferredMaintenanceWindow,
  copyTagsToSnapshot: cluster.CopyTagsToSnapshot,
});
