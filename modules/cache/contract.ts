import { z } from "zod";
import { apiContract } from "../api/contract";
import { logRetentionDays } from "../blocks/log-group/retention";
import { contract } from "../core/contract";
import { reads, readsAs } from "../core/reads";
import { runInputs } from "../core/run";
import { networkContract } from "../network/contract";
import { securityContract } from "../security/contract";

export const cacheContract = contract({
  name: "cache",
  summary: "A Valkey cache for the API, with a replica to fail over to.",
  scope: "region",
  optional: true,
  stores: [{ name: "cache", holds: "copies of what customers see, and their sessions", personalData: true }],
  shape: z.object({
    nodeCount: z
      .int()
      .min(2)
      .max(6)
      .default(2)
      .describe(
        "Number of nodes, spread over the zones; one of them writes. A cache.t4g.small costs about 20 USD a month.",
      ),
  }),
  settings: z.object({
    engineVersion: z
      .string()
      .regex(/^8\.\d+$/, "must be a version of Valkey 8 such as 8.0")
      .default("8.0")
      .describe("Version of Valkey."),
    nodeType: z
      .string()
      .regex(
        /^cache\.[a-z]+[0-9][a-z0-9]*\.(micro|small|medium|large|[0-9]*xlarge)$/,
        "must be a node type such as cache.t4g.small",
      )
      .default("cache.t4g.small")
      .describe("Node type, which decides the memory."),
    snapshotRetentionDays: z.int().min(1).max(35).default(3).describe("Days that daily snapshots are kept."),
    logRetentionDays: logRetentionDays("the logs of the cache"),
    maxEvictionsPerMinute: z
      .int()
      .min(1)
      .max(10_000_000)
      .default(1000)
      .describe(
        "Keys that a node may evict in a minute, for 15 minutes, before an alarm is raised: more than on a usual day.",
      ),
    maxConnections: z
      .int()
      .min(10)
      .max(65_000)
      .default(20_000)
      .describe("Number of connections of a node that raises an alarm."),
    maxReplicaLagSeconds: z
      .int()
      .min(1)
      .max(3600)
      .default(10)
      .describe("Seconds that a replica may be behind before an alarm is raised."),
  }),
  reads: [
    reads(networkContract, "dataSubnetIds", "cacheGroupIds"),
    reads(securityContract, "logsKeyArn", "alertTopicArn"),
    readsAs(apiContract, { apiRoleArn: "roleArn" }),
  ],
  needs: runInputs.pick({ namePrefix: true }),
  outputs: z.object({
    primaryEndpoint: z.string().describe("Host name of the primary node; TLS, port 6379."),
    readerEndpoint: z.string().describe("Host name that balances over the replicas."),
    userName: z.string().describe("User that the API logs in as, with IAM instead of a password."),
    logGroupNames: z.array(z.string()).describe("Log groups of the cache."),
  }),
});
