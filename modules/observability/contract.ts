import { z } from "zod";
import { apiContract } from "../api/contract";
import { contract } from "../core/contract";
import { reads, readsAs, readsEvery } from "../core/reads";
import { runInputs } from "../core/run";
import { zoneLetters } from "../core/zones";
import { databaseContract } from "../database/contract";
import { logsContract } from "../logs/contract";
import { networkContract } from "../network/contract";
import { securityContract } from "../security/contract";
import { webContract } from "../web/contract";

const computes = ["ec2", "ecs", "lambda"] as const;
export type Compute = (typeof computes)[number];
const engines = ["aurora", "rds"] as const;
export type Engine = (typeof engines)[number];

/** Name of the alarm that says whether customers of a region suffer. */
export const regionHealthAlarm = (namePrefix: string): string => `${namePrefix}-region-health`;

export const observabilityContract = contract({
  name: "observability",
  summary:
    "Alarms for each tier of the region, one for the health of the region, and a dashboard that follows a request through the tiers.",
  scope: "region",
  shape: z.object({}),
  derived: z.object({
    webCompute: z.enum(computes).describe("What the web tier runs on."),
    apiCompute: z.enum(computes).describe("What the API tier runs on."),
    databaseEngine: z.enum(engines).describe("Engine of the database."),
    readerCount: z.int().describe("Readers of the database besides the writer."),
    zones: z.array(z.enum(zoneLetters)).describe("Letters of the zones in use."),
    natGateways: z.enum(["zone", "one"]).describe("A NAT gateway in each zone, or one for all."),
  }),
  settings: z.object({
    maxErrorPercent: z
      .number()
      .min(0)
      .max(100)
      .default(1)
      .describe("Percentage of requests that may fail with a server error (5xx) over five minutes."),
    maxLatencySeconds: z
      .number()
      .min(0.01)
      .max(60)
      .default(1)
      .describe("Seconds within which 95 % of requests must be answered."),
    maxConnectionErrors: z
      .int()
      .min(0)
      .max(1_000_000)
      .default(50)
      .describe("Connections to the API that may fail or be reset in a minute, on its network load balancer."),
    maxZoneDifference: z
      .int()
      .min(1)
      .max(500)
      .default(2)
      .describe("How much the numbers of healthy targets of two zones may differ for 15 minutes."),
    maxCpuPercent: z
      .int()
      .min(10)
      .max(100)
      .default(85)
      .describe("Average CPU utilization of a tier or the database, in percent, that raises an alarm."),
    maxCapacityPercent: z
      .int()
      .min(10)
      .max(100)
      .default(90)
      .describe("Percentage of the database's maximum capacity that raises an alarm."),
    maxConnections: z
      .int()
      .min(1)
      .max(100000)
      .default(1500)
      .describe("Number of connections of a database instance that raises an alarm."),
    maxReplicaLagMilliseconds: z
      .int()
      .min(1)
      .max(3600000)
      .default(1000)
      .describe("Milliseconds that a reader of the database may lag behind the writer."),
    minFreeMemoryMib: z
      .int()
      .min(1)
      .max(1048576)
      .default(256)
      .describe("Memory in MiB that a database instance must have free."),
    minFreeStorageGib: z
      .int()
      .min(1)
      .max(65536)
      .default(10)
      .describe("Storage in GiB that an RDS instance must have free. Aurora's grows by itself."),
  }),
  reads: [
    reads(securityContract, "alertTopicArn"),
    reads(networkContract, "natGatewayIds", "zoneNames"),
    reads(logsContract, "archiveStreamName", "archiveStreamArn", "archiverRoleArn"),
    reads(databaseContract, "databaseIdentifier"),
    readsAs(webContract, {
      webLoadBalancerArn: "loadBalancerArn",
      webTargetGroupArn: "targetGroupArn",
      webServiceName: "serviceName",
    }),
    readsAs(apiContract, {
      apiLoadBalancerArn: "loadBalancerArn",
      apiTargetGroupArn: "targetGroupArn",
      apiServiceName: "serviceName",
    }),
    readsEvery("logGroupNames", "Log groups of the region's tiers, which go to the archive."),
  ],
  needs: runInputs.pick({ namePrefix: true }),
  outputs: z.object({
    healthAlarmArn: z
      .string()
      .describe("ARN of the composite alarm that shows whether customers of the region are affected."),
    dashboardName: z.string().describe("Name of the region's dashboard."),
  }),
});
