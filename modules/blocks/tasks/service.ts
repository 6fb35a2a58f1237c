import { EcsService } from "@cdktf/provider-aws/lib/ecs-service";
import type { EcsTaskDefinition } from "@cdktf/provider-aws/lib/ecs-task-definition";
import { Fn, type ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { number, times } from "../../core/late";
import { ports } from "../../network/contract";
import { beside } from "../compute/beside";
import type { EcsInputs } from "../compute/contract";
import type { Run } from "../compute/service";
import { onDemand, spot } from "./cluster";

interface Placement {
  readonly definition: EcsTaskDefinition;
  readonly clusterName: string;
  /** What makes the cluster ready for tasks. */
  readonly ready: ITerraformDependable;
}

/**
 * Keeps the tasks running: an on-demand base, spot above it, spread over the zones.
 *
 * A deployment starts new tasks before old ones stop, and goes back by itself when they fail. The number of tasks is
 * scaling's own business afterwards. Making it waits until the base answers its health checks.
 */
export function service(scope: Construct, run: Run<EcsInputs>, { definition, clusterName, ready }: Placement) {
  const { inputs, service, name } = run;
  const base = times(inputs.onDemandPerZone, Fn.lengthOf(inputs.appSubnetIds));
  return new EcsService(scope, "service", {
    name,
    cluster: clusterName,
    taskDefinition: definition.arn,
    desiredCount: base,
    capacityProviderStrategy: [
      { capacityProvider: onDemand, base, weight: 0 },
      { capacityProvider: spot, weight: 1 },
    ],
    // Without it, another base or weight would destroy the service and make it anew.
    forceNewDeployment: true,
    platformVersion: "1.4.0",
    availabilityZoneRebalancing: "ENABLED",
    deploymentMinimumHealthyPercent: 100,
    deploymentMaximumPercent: 200,
    deploymentCircuitBreaker: { enable: true, rollback: true },
    healthCheckGracePeriodSeconds: number(inputs.healthCheckGraceSeconds),
    networkConfiguration: { subnets: inputs.appSubnetIds, securityGroups: [service.groupId], assignPublicIp: false },
    loadBalancer: [
      { targetGroupArn: service.targetGroupArn, containerName: service.name, containerPort: ports.service },
    ],
    enableExecuteCommand: false,
    enableEcsManagedTags: true,
    propagateTags: "SERVICE",
    waitForSteadyState: true,
    timeouts: { create: "40m", update: "40m" }, // tasks count once their listener has its certificate, which ACM may take half an hour to issue
    lifecycle: { ...beside, ignoreChanges: ["desired_count"], postcondition: [went(definition)] },
    dependsOn: [service.listener, ready],
  });
}

/**
 * A deployment that went back leaves the service steady with the former tasks, which the provider takes for success.
 *
 * https://github.com/hashicorp/terraform-provider-aws/issues/20858
 */
const went = (definition: EcsTaskDefinition) => ({
  condition: `\${self.task_definition == ${definition.fqn}.arn}`,
  errorMessage:
    "The new tasks did not become healthy, and ECS went back to the former ones, which serve. The events of the service and the log of its tasks say why; mend it and apply again.",
});
