import {
  paginateDescribeScalableTargets,
  paginateDescribeScalingPolicies,
  ServiceNamespace,
} from "@aws-sdk/client-application-auto-scaling";
import type { Aws } from "../../aws";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Item } from "../item";
import type { Reader } from "../reader";

/** Application Auto Scaling: what is scaled, between which figures, and by which policies. Each service is asked for. */
export const scaling: Reader = {
  service: "Application Auto Scaling",
  list: async (aws) =>
    (await Promise.all(scaled.flatMap((namespace) => [targets(aws, namespace), policies(aws, namespace)]))).flat(),
};

/** Namespaces of what the platform could scale. */
const scaled = [ServiceNamespace.DYNAMODB, ServiceNamespace.ECS, ServiceNamespace.LAMBDA, ServiceNamespace.RDS];

async function targets({ applicationAutoScaling: client }: Aws, namespace: ServiceNamespace): Promise<Item[]> {
  const found = await everyItem(
    paginateDescribeScalableTargets({ client }, { ServiceNamespace: namespace }),
    (page) => page.ScalableTargets,
  );
  return found.map((target) => ({
    type: "aws_appautoscaling_target",
    id: `${target.ResourceId} ${target.ScalableDimension}`,
    name: target.ResourceId,
    settings: {
      dimension: target.ScalableDimension,
      minCapacity: target.MinCapacity,
      maxCapacity: target.MaxCapacity,
      suspended: target.SuspendedState,
    },
  }));
}

async function policies({ applicationAutoScaling: client }: Aws, namespace: ServiceNamespace): Promise<Item[]> {
  const found = await everyItem(
    paginateDescribeScalingPolicies({ client }, { ServiceNamespace: namespace }),
    (page) => page.ScalingPolicies,
  );
  return found.map((policy) => ({
    type: "aws_appautoscaling_policy",
    id: given(policy.PolicyARN),
    name: `${policy.ResourceId} ${policy.PolicyName}`,
    settings: {
      dimension: policy.ScalableDimension,
      policyType: policy.PolicyType,
      targetTracking: policy.TargetTrackingScalingPolicyConfiguration,
    },
  }));
}
