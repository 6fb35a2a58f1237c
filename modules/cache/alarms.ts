import type { Construct } from "constructs";
import { alarm, type Watched } from "../blocks/alerts/alarm";
import type { Inputs } from "../core/contract";
import { number } from "../core/late";
import type { cacheContract } from "./contract";

type CacheInputs = Inputs<typeof cacheContract>;

/**
 * Memory in swap from which on a node is slow: some is normal.
 *
 * https://repost.aws/knowledge-center/elasticache-swap-activity
 */
const maxSwapBytes = 300_000_000;

/**
 * Tells the region's topic what hurts of each node. That its memory is full does not: it is meant to fill, and then to
 * evict what was used least recently.
 *
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheMetrics.WhichShouldIMonitor.html
 */
export function alarms(scope: Construct, name: string, inputs: CacheInputs): void {
  for (let node = 1; node <= inputs.nodeCount; node++) {
    const dimensions = { CacheClusterId: `${name}-${String(node).padStart(3, "0")}` };
    for (const [role, watched] of Object.entries(promises(inputs, dimensions)))
      alarm(scope, `${role}-${node}`, { ...watched, name: `${name}-${role}-${node}`, topicArn: inputs.alertTopicArn });
  }
}

function promises(inputs: CacheInputs, dimensions: Readonly<Record<string, string>>): Record<string, Watched> {
  const of = (metric: string, stat: string) => ({
    metrics: { [metric.toLowerCase()]: { namespace: "AWS/ElastiCache", name: metric, dimensions, stat } },
    evaluationPeriods: 5,
  });
  return {
    busy: {
      ...of("EngineCPUUtilization", "Average"),
      description: "A cache node has little CPU left. Choose a larger nodeType, or add nodes to read from.",
      above: 80,
    },
    // Of small nodes the engine's thread tells too little: what else runs there takes a large part of their processors.
    strained: {
      ...of("CPUUtilization", "Average"),
      description:
        "A cache node has no CPU left, with all that runs there. Choose a larger nodeType, or add nodes to read from.",
      above: 90,
    },
    dropping: {
      ...of("Evictions", "Sum"),
      description:
        "A cache node evicts more keys in a minute than it does on other days. Choose a larger nodeType, or cache less.",
      above: number(inputs.maxEvictionsPerMinute),
      evaluationPeriods: 15,
    },
    swapping: {
      ...of("SwapUsage", "Maximum"),
      description:
        "A cache node swaps: it has too little memory for its connections and copies. Choose a larger nodeType.",
      above: maxSwapBytes,
    },
    crowded: {
      ...of("CurrConnections", "Maximum"),
      description: "A cache node has many connections; it takes 65,000 at most. Look for a client that closes none.",
      above: number(inputs.maxConnections),
    },
    lagging: {
      ...of("ReplicationLag", "Maximum"),
      description: "A replica of the cache is behind: it answers with old values, and a failover would lose new ones.",
      above: number(inputs.maxReplicaLagSeconds),
    },
    refusing: {
      ...of("AuthenticationFailures", "Sum"),
      description:
        "Somebody cannot log in to the cache. Look for a client with an old token, or one that is not yours.",
      above: 0,
      evaluationPeriods: 1,
    },
  };
}
