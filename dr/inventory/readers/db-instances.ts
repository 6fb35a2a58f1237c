import { paginateDescribeDBInstances } from "@aws-sdk/client-rds";
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
        availabilityZone: instance.AvailabilityZone,
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
      },
    }));
  },
};
