import type { Construct } from "constructs";
import { alarm } from "../blocks/alerts/alarm";
import type { Inputs } from "../core/contract";
import type { cacheContract } from "./contract";

const watched = [
  {
    role: "busy",
    description: "A cache node has little CPU left. Choose a larger nodeType, or add nodes to read from.",
    metric: "EngineCPUUtilization",
    stat: "Average",
    above: 80,
  },
  {
    role: "full",
    description: "A cache node is nearly full. Choose a larger nodeType, or cache for a shorter time.",
    metric: "DatabaseMemoryUsagePercentage",
    stat: "Maximum",
    above: 85,
  },
  {
    role: "dropping",
    description: "A cache node evicts keys because its memory is full. Choose a larger nodeType.",
    metric: "Evictions",
    stat: "Sum",
    above: 0,
  },
] as const;

/** Tells the region's topic when a node is busy, nearly full, or drops data. */
export function alarms(
  scope: Construct,
  name: string,
  { nodeCount, alertTopicArn }: Pick<Inputs<typeof cacheContract>, "nodeCount" | "alertTopicArn">,
): void {
  for (let node = 1; node <= nodeCount; node++) {
    const dimensions = { CacheClusterId: `${name}-${String(node).padStart(3, "0")}` };
    for (const { role, description, metric, stat, above } of watched)
      alarm(scope, `${role}-${node}`, {
        name: `${name}-${role}-${node}`,
        description,
        metrics: { [role]: { namespace: "AWS/ElastiCache", name: metric, dimensions, stat } },
        above,
        evaluationPeriods: 5,
        topicArn: alertTopicArn,
      });
  }
}
