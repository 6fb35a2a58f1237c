import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster";
import { EcsClusterCapacityProviders } from "@cdktf/provider-aws/lib/ecs-cluster-capacity-providers";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { number } from "../../core/late";
import type { EcsInputs } from "../compute/contract";

type ClusterInputs = Pick<EcsInputs, "volumesKeyArn" | "logsKeyArn" | "logRetentionDays">;

/**
 * A cluster of the service's own, on Fargate and Fargate Spot, with insights; `ready` once it has both.
 *
 * Insights would make their log group by themselves, without our key, for ever, and after the cluster is gone; so it is
 * made first. It holds measurements, which CloudWatch makes metrics of.
 */
export function cluster(
  scope: Construct,
  name: string,
  inputs: ClusterInputs,
): { clusterName: string; ready: ITerraformDependable } {
  const insights = new CloudwatchLogGroup(scope, "insights", {
    name: `/aws/ecs/containerinsights/${name}/performance`,
    kmsKeyId: inputs.logsKeyArn,
    retentionInDays: number(inputs.logRetentionDays),
  });
  const made = new EcsCluster(scope, "cluster", {
    name,
    setting: [{ name: "containerInsights", value: "enabled" }],
    configuration: { managedStorageConfiguration: { fargateEphemeralStorageKmsKeyId: inputs.volumesKeyArn } },
    dependsOn: [insights],
  });
  const ready = new EcsClusterCapacityProviders(scope, "capacity", {
    clusterName: made.name,
    capacityProviders: [onDemand, spot],
  });
  return { clusterName: made.name, ready };
}

export const onDemand = "FARGATE";
export const spot = "FARGATE_SPOT";
