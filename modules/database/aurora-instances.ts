import type { RdsCluster } from "@cdktf/provider-aws/lib/rds-cluster";
import { RdsClusterInstance } from "@cdktf/provider-aws/lib/rds-cluster-instance";
import { Fn } from "cdktf";
import type { Construct } from "constructs";
import { engine } from "./aurora-cluster";
import type { MonitoringRole } from "./monitoring-role";

interface InstancesOptions {
  readonly cluster: RdsCluster;
  readonly name: string;
  readonly count: number;
  readonly zoneNames: string[];
  readonly keyArn: string;
  readonly monitoring: MonitoringRole;
}

/**
 * The cluster's instances, over the zones in turn: one writes, the others read.
 *
 * Which one writes is AWS's affair and changes with every failover, so no name says it. Nor does one wait for another:
 * they are made at the same time.
 */
export function auroraInstances(scope: Construct, options: InstancesOptions): void {
  const { cluster, name, count, zoneNames, keyArn, monitoring } = options;
  for (let index = 0; index < count; index++) {
    new RdsClusterInstance(scope, `instance-${index + 1}`, {
      identifier: `${name}-${index + 1}`,
      clusterIdentifier: cluster.id,
      engine,
      instanceClass: "db.serverless",
      availabilityZone: Fn.element(zoneNames, index),
      promotionTier: index, // those of tiers 0 and 1 grow with the writer, so a failover finds its capacity
      publiclyAccessible: false,
      performanceInsightsEnabled: true,
      performanceInsightsKmsKeyId: keyArn,
      performanceInsightsRetentionPeriod: 7,
      monitoringInterval: 60,
      monitoringRoleArn: monitoring.arn,
      autoMinorVersionUpgrade: false, // the version is in git; AWS upgrading it would make plans that take it back
      applyImmediately: true,
      dependsOn: [monitoring.permission],
    });
  }
}
