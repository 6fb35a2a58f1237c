import { AutoscalingGroup } from "@cdktf/provider-aws/lib/autoscaling-group";
import { AutoscalingPolicy } from "@cdktf/provider-aws/lib/autoscaling-policy";
import type { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { Fn, TerraformIterator } from "cdktf";
import type { Construct } from "constructs";
import { number, times } from "../../core/late";
import { beside } from "../compute/beside";
import type { Ec2Inputs } from "../compute/contract";

interface GroupOptions {
  readonly name: string;
  readonly inputs: Ec2Inputs;
  readonly template: LaunchTemplate;
  readonly tags: Record<string, string>;
  readonly targetGroupArn: string;
}

/**
 * The Auto Scaling group: an on-demand base, spot above it, spread over the zones and scaled by CPU.
 *
 * `on_demand_base_capacity` counts for the group as a whole. EC2 Auto Scaling keeps the zones even, as far as they have capacity.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/mixed-instances-groups-set-up-overview.html
 *
 * The number of instances is the group's own business between its limits, so no desired capacity is declared. Making
 * it waits until the base answers its health checks.
 */
export function group(
  scope: Construct,
  { name, inputs, template, tags, targetGroupArn }: GroupOptions,
): AutoscalingGroup {
  const zones = Fn.lengthOf(inputs.appSubnetIds);
  const base = times(inputs.onDemandPerZone, zones);

  const tag = TerraformIterator.fromMap(tags);

  const instances = new AutoscalingGroup(scope, "group", {
    name,
    lifecycle: beside,
    vpcZoneIdentifier: inputs.appSubnetIds,
    minSize: base,
    maxSize: times(inputs.maxPerZone, zones),
    mixedInstancesPolicy: {
      launchTemplate: {
        launchTemplateSpecification: {
          launchTemplateId: template.id,
          version: Fn.tostring(template.latestVersion),
        },
        override: inputs.instanceTypes.map((instanceType) => ({ instanceType })),
      },
      instancesDistribution: {
        onDemandAllocationStrategy: "prioritized",
        onDemandBaseCapacity: base,
        onDemandPercentageAboveBaseCapacity: 0,
        spotAllocationStrategy: "price-capacity-optimized",
      },
    },
    capacityRebalance: true,
    targetGroupArns: [targetGroupArn],
    healthCheckType: "ELB",
    healthCheckGracePeriod: number(inputs.healthCheckGraceSeconds),
    defaultInstanceWarmup: number(inputs.warmupSeconds),
    minElbCapacity: base,
    waitForCapacityTimeout: "40m", // targets count once their listener has its certificate, which ACM may take half an hour to issue
    ignoreFailedScalingActivities: true, // where one type or zone has no capacity, the group tries the next by itself
    instanceRefresh: {
      strategy: "Rolling",
      // From 100 up: a new instance is healthy before an old one goes. That is what protects the service: the provider
      // gives the group its new template before it starts the refresh, so a roll-back finds no older one to go back to.
      // https://github.com/hashicorp/terraform-provider-aws/issues/34189
      preferences: { minHealthyPercentage: 100, maxHealthyPercentage: 125, autoRollback: true },
    },
    enabledMetrics: ["GroupDesiredCapacity", "GroupInServiceInstances", "GroupPendingInstances", "GroupTotalInstances"],
    tag: tag.dynamic({ key: tag.key, value: tag.value, propagate_at_launch: false }), // the template tags instances; cdktf keeps the names of a dynamic block as they are
  });

  new AutoscalingPolicy(scope, "cpu", {
    name: "cpu",
    autoscalingGroupName: instances.name,
    policyType: "TargetTrackingScaling",
    targetTrackingConfiguration: {
      predefinedMetricSpecification: { predefinedMetricType: "ASGAverageCPUUtilization" },
      targetValue: number(inputs.targetCpuPercent),
    },
  });
  return instances;
}
