import type { RdsCluster } from "@cdktf/provider-aws/lib/rds-cluster";
import { RdsGlobalCluster } from "@cdktf/provider-aws/lib/rds-global-cluster";
import type { Construct } from "constructs";
import { type LateBoolean, not } from "../core/late";

interface GlobalClusterOptions {
  readonly name: string;
  readonly cluster: RdsCluster;
  readonly ephemeral: LateBoolean;
}

/**
 * Makes the cluster the primary of a global database, which replicas in other regions join by its name.
 *
 * It is made around the cluster, not before it: so a cluster that exists becomes global in place, and one that is
 * restored from a snapshot does, too. Destroyed, it lets its members go.
 */
export const globalCluster = (scope: Construct, { name, cluster, ephemeral }: GlobalClusterOptions): RdsGlobalCluster =>
  new RdsGlobalCluster(scope, "global", {
    globalClusterIdentifier: name,
    sourceDbClusterIdentifier: cluster.arn,
    deletionProtection: not(ephemeral),
    forceDestroy: true,
    // These follow from the cluster.
    lifecycle: { ignoreChanges: ["database_name", "engine_version"] },
  });
