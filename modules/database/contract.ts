import { z } from "zod";
import { contract } from "../core/contract";
import { runInputs } from "../core/run";
import { networkContract } from "../network/contract";
import { securityContract } from "../security/contract";

export const databaseContract = contract({
  name: "database",
  summary: "The shop's orders and catalogue: one Aurora PostgreSQL Serverless v2 cluster over all zones.",
  scope: "region",
  stores: [{ name: "orders", holds: "customers and their orders", personalData: true }],
  shape: z.object({
    readerCount: z.int().min(0).max(14).default(2).describe("Readers beside the writer, spread over the zones."),
  }),
  settings: z.object({
    engineVersion: z
      .string()
      .regex(/^\d+\.\d+$/)
      .default("16.8")
      .describe(
        "Aurora PostgreSQL version, 13.6 or later; one with long-term support, because AWS neither makes nor restores clusters of a retired one.",
      ),
    minCapacityUnits: z
      .number()
      .min(0.5)
      .max(256)
      .multipleOf(0.5)
      .default(0.5)
      .describe("Least capacity of an instance, in Aurora capacity units (2 GiB of memory each)."),
    maxCapacityUnits: z
      .number()
      .min(1)
      .max(256)
      .multipleOf(0.5)
      .default(8)
      .describe("Most capacity of an instance, in Aurora capacity units."),
    backupRetentionDays: z.int().min(7).max(35).default(14).describe("Days that point-in-time restore can reach back."),
    logRetentionDays: z.int().min(1).max(3653).default(90).describe("Days that the PostgreSQL log is kept."),
  }),
  needs: runInputs
    .extend(networkContract.outputs.pick({ dataSubnetIds: true, databaseGroupId: true, zoneNames: true }).shape)
    .extend(
      securityContract.outputs.pick({
        databaseKeyArn: true,
        secretsKeyArn: true,
        logsKeyArn: true,
        alertTopicArn: true,
      }).shape,
    ),
  outputs: z.object({
    clusterIdentifier: z.string().describe("Identifier of the cluster."),
    clusterArn: z.string().describe("ARN of the cluster."),
    writerEndpoint: z.string().describe("Host name of the writer."),
    readerEndpoint: z.string().describe("Host name that is balanced over the readers."),
    secretArn: z.string().describe("Secret that holds the master password, made and rotated by RDS."),
  }),
  rules: [
    {
      require: { left: "minCapacityUnits", is: "<=", right: { setting: "maxCapacityUnits" } },
      message: "The least capacity must not be above the most. Lower {minCapacityUnits} or raise {maxCapacityUnits}.",
    },
  ],
});
