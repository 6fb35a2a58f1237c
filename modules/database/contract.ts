import { z } from "zod";
import { logRetentionDays } from "../blocks/log-group/retention";
import { contract, type Inputs } from "../core/contract";
import { reads } from "../core/reads";
import { runInputs } from "../core/run";
import { networkContract } from "../network/contract";
import { securityContract } from "../security/contract";
import { engines } from "./engines";

/** Identifier of a region's database, its cluster or its only instance: tiers and regions know it by name. */
export const databaseIdentifier = (namePrefix: string): string => `${namePrefix}-orders`;

export const databaseContract = contract({
  name: "database",
  summary: "The shop's orders and catalogue: one PostgreSQL database over the zones, Aurora or RDS, or global.",
  scope: "region",
  stores: [
    {
      name: "orders",
      holds: "customers and their orders",
      personalData: { field: "personalData" },
      copiedTo: "copiedTo",
    },
    { name: "log", holds: "logins, and statements that failed or were slow", personalData: true },
  ],
  shape: z.object({
    personalData: z
      .boolean()
      .default(true)
      .describe("Whether it holds data of customers, of which no copy may leave the law of its region."),
  }),
  settings: z.object({
    backupRetentionDays: z.int().min(7).max(35).default(14).describe("Days that point-in-time restore can reach back."),
    logRetentionDays: logRetentionDays("the logs of PostgreSQL"),
  }),
  variants: engines,
  derived: z.object({
    globalIdentifier: z.string().optional().describe("Name of the global database that a replica joins."),
    secretKeyAliases: z
      .record(z.string(), z.string())
      .optional()
      .describe("By region that is copied to, the alias of the key that the login's replica is encrypted with."),
  }),
  reads: [
    reads(networkContract, "dataSubnetIds", "databaseGroupId", "zoneNames"),
    reads(securityContract, "databaseKeyArn", "secretsKeyArn", "logsKeyArn", "alertTopicArn"),
  ],
  needs: runInputs,
  outputs: z.object({
    databaseIdentifier: z.string().describe("Identifier of the cluster, or of the RDS instance."),
    databaseArn: z.string().describe("ARN of the cluster, or of the RDS instance."),
    writerEndpoint: z.string().describe("Host name of the writer."),
    readerEndpoint: z
      .string()
      .describe("Host name that is balanced over the readers; the writer's, where the engine has no readers."),
    logGroupNames: z.array(z.string()).describe("Log groups of this tier."),
    secretArn: z
      .string()
      .describe("Secret that holds the master password, made and rotated by RDS unless the database is global."),
  }),
  rules: [
    {
      require: { left: "minCapacityUnits", is: "<=", right: "maxCapacityUnits" },
      message: "The least capacity must not be above the most. Lower {minCapacityUnits} or raise {maxCapacityUnits}.",
    },
    {
      require: { left: "storageGib", is: "<=", right: "maxStorageGib" },
      message: "It cannot begin with more storage than it may have. Lower {storageGib} or raise {maxStorageGib}.",
    },
  ],
});

/** What the tier works with when it is an Aurora cluster. */
export type AuroraInputs = Extract<Inputs<typeof databaseContract>, { engine: "aurora" | "global" | "replica" }>;
/** What the tier works with when it is the primary of a global database. */
export type GlobalInputs = Extract<AuroraInputs, { engine: "global" }>;
/** What the tier works with when it is an RDS instance. */
export type RdsInputs = Extract<Inputs<typeof databaseContract>, { engine: "rds" }>;
