import {
  type MixedInstancesPolicy,
  paginateDescribeAutoScalingGroups,
  paginateDescribePolicies,
} from "@aws-sdk/client-auto-scaling";
import type { Aws } from "../../aws";
import { everyItem } from "../../lookup/pages";
import { given, ordered } from "../answers";
import type { Item } from "../item";
import type { Reader } from "../reader";

/** Auto Scaling groups and their policies. */
export const autoScaling: Reader = {
  service: "Auto Scaling",
  list: async (aws) => (await Promise.all([groups(aws), policies(aws)])).flat(),
};

async function groups({ autoScaling: client }: Aws): Promise<Item[]> {
  const found = await everyItem(paginateDescribeAutoScalingGroups({ client }, {}), (page) => page.AutoScalingGroups);
  return found.map((group) => ({
    type: "aws_autoscaling_group",
    id: given(group.AutoScalingGroupARN),
    name: group.AutoScalingGroupName,
    settings: {
      minSize: group.MinSize,
      maxSize: group.MaxSize,
      desiredCapacity: group.DesiredCapacity,
      capacityRebalance: group.CapacityRebalance,
      availabilityZones: group.AvailabilityZones,
      subnets: group.VPCZoneIdentifier?.split(",").filter(Boolean),
      targetGroups: group.TargetGroupARNs,
      healthCheckType: group.HealthCheckType,
      healthCheckGracePeriod: group.HealthCheckGracePeriod,
      defaultInstanceWarmup: group.DefaultInstanceWarmup,
      maxInstanceLifetime: group.MaxInstanceLifetime,
      protectedFromScaleIn: group.NewInstancesProtectedFromScaleIn,
      suspendedProcesses: group.SuspendedProcesses?.map(({ ProcessName }) => ProcessName),
      enabledMetrics: group.EnabledMetrics?.map(({ Metric }) => Metric),
      terminationPolicies: ordered(group.TerminationPolicies),
      launchTemplate: group.LaunchTemplate,
      ...mixed(group.MixedInstancesPolicy),
    },
  }));
}

const mixed = (policy: MixedInstancesPolicy | undefined) =>
  policy && {
    instancesDistribution: policy.InstancesDistribution,
    launchTemplate: policy.LaunchTemplate?.LaunchTemplateSpecification,
    overrides: ordered(policy.LaunchTemplate?.Overrides),
  };

async function policies({ autoScaling: client }: Aws): Promise<Item[]> {
  const found = await everyItem(paginateDescribePolicies({ client }, {}), ({ ScalingPolicies }) => ScalingPolicies);
  return found.map((policy) => ({
    type: "aws_autoscaling_policy",
    id: given(policy.PolicyARN),
    name: `${policy.AutoScalingGroupName} ${policy.PolicyName}`,
    settings: {
      policyType: policy.PolicyType,
      enabled: policy.Enabled,
      adjustmentType: policy.AdjustmentType,
      estimatedInstanceWarmup: policy.EstimatedInstanceWarmup,
      targetTracking: policy.TargetTrackingConfiguration,
    },
  }));
}
