import type { Metric } from "../../blocks/alerts/metric";
import { type LateNumber, number } from "../../core/late";
import type { Alarm } from "../alarm";
import type { Compute } from "../contract";

interface ComputePromises {
  readonly tier: "web" | "api";
  readonly serviceName: string;
  readonly maxCpuPercent: LateNumber;
  readonly maxErrorPercent: LateNumber;
}

/** What serves a tier promises: room to work in, and no failure of its own. */
export const computeAlarms: Readonly<Record<Compute, (given: ComputePromises) => Alarm[]>> = {
  ec2: ({ tier, serviceName, maxCpuPercent }): Alarm[] => [
    busy(tier, instances(serviceName, "CPUUtilization", "Average"), maxCpuPercent),
    {
      id: `${tier}-status`,
      description: `An instance of the ${tier} tier fails its EC2 status checks and is not replaced.`,
      metrics: { failed: instances(serviceName, "StatusCheckFailed", "Maximum") },
      atLeast: 1,
      evaluationPeriods: 10,
    },
  ],
  ecs: ({ tier, serviceName, maxCpuPercent }): Alarm[] => [
    busy(tier, tasks(serviceName, "CPUUtilization"), maxCpuPercent),
    {
      id: `${tier}-memory`,
      description: `The tasks of the ${tier} tier have little memory left: ECS stops a task that needs more.`,
      metrics: { memory: tasks(serviceName, "MemoryUtilization") },
      above: number(maxCpuPercent),
      evaluationPeriods: 15,
    },
  ],
  lambda: ({ tier, serviceName, maxErrorPercent }): Alarm[] => [
    {
      id: `${tier}-function-errors`,
      description: `The function of the ${tier} tier fails. Look at its log.`,
      metrics: {
        errors: calls(serviceName, "Errors"),
        invocations: calls(serviceName, "Invocations"),
      },
      expression: "100 * errors / invocations",
      above: number(maxErrorPercent),
      evaluationPeriods: 5,
      customersSuffer: true,
    },
    {
      id: `${tier}-throttles`,
      description: `The function of the ${tier} tier is throttled: its concurrency is used up.`,
      metrics: { throttles: calls(serviceName, "Throttles") },
      above: 0,
      evaluationPeriods: 5,
    },
  ],
};

const busy = (tier: string, cpu: Metric, maxCpuPercent: LateNumber): Alarm => ({
  id: `${tier}-cpu`,
  description: `The ${tier} tier has no CPU left although it scales: it has reached its maximum, or AWS has no capacity.`,
  metrics: { cpu },
  above: number(maxCpuPercent),
  evaluationPeriods: 15,
});

const instances = (group: string, name: string, stat: string): Metric => ({
  namespace: "AWS/EC2",
  name,
  dimensions: { AutoScalingGroupName: group },
  stat,
});

const tasks = (service: string, name: string): Metric => ({
  namespace: "AWS/ECS",
  name,
  dimensions: { ClusterName: service, ServiceName: service },
  stat: "Average",
});

const calls = (functionName: string, name: string): Metric => ({
  namespace: "AWS/Lambda",
  name,
  dimensions: { FunctionName: functionName },
  stat: "Sum",
});
