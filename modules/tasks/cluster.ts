import { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster";
import { EcsClusterCapacityProviders } from "@cdktf/provider-aws/lib/ecs-cluster-capacity-providers";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";

/** A cluster of the service's own, on Fargate and Fargate Spot, with insights; `ready` once it has both. */
export function cluster(
  scope: Construct,
  name: string,
  storageKeyArn: string,
): { clusterName: string; ready: ITerraformDependable } {
  const made = new EcsCluster(scope, "cluster", {
    name,
    setting: [{ name: "containerInsights", value: "enabled" }],
    configuration: { managedStorageConfiguration: { fargateEphemeralStorageKmsKeyId: storageKeyArn } },
  });
  const ready = new EcsClusterCapacityProviders(scope, "capacity", {
    clusterName: made.name,
    capacityProviders: [onDemand, spot],
  });
  return { clusterName: made.name, ready };
}

export const onDemand = "FARGATE";
export const spot = "FARGATE_SPOT";
