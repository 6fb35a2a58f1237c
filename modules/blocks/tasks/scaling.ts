import { AppautoscalingPolicy } from "@cdktf/provider-aws/lib/appautoscaling-policy";
import { AppautoscalingTarget } from "@cdktf/provider-aws/lib/appautoscaling-target";
import { Fn } from "cdktf";
import type { Construct } from "constructs";
import { number, times } from "../../core/late";
import type { EcsInputs } from "../compute/contract";

interface ScalingOptions {
  readonly clusterName: string;
  readonly serviceName: string;
  readonly inputs: EcsInputs;
}

/** Scales the number of tasks by CPU, between the on-demand base and the most. */
export function scaling(scope: Construct, { clusterName, serviceName, inputs }: ScalingOptions): void {
  const zones = Fn.lengthOf(inputs.appSubnetIds);
  const target = new AppautoscalingTarget(scope, "scaling", {
    serviceNamespace: "ecs",
    scalableDimension: "ecs:service:DesiredCount",
    resourceId: `service/${clusterName}/${serviceName}`,
    minCapacity: times(inputs.onDemandPerZone, zones),
    maxCapacity: times(inputs.maxPerZone, zones),
  });
  new AppautoscalingPolicy(scope, "cpu", {
    name: "cpu",
    policyType: "TargetTrackingScaling",
    serviceNamespace: target.serviceNamespace,
    scalableDimension: target.scalableDimension,
    resourceId: target.resourceId,
    targetTrackingScalingPolicyConfiguration: {
      predefinedMetricSpecification: { predefinedMetricType: "ECSServiceAverageCPUUtilization" },
      targetValue: number(inputs.targetCpuPercent),
    },
  });
}
