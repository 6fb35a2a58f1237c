import { z } from "zod";
import { accountContract } from "../account/contract";
import { logRetentionDays } from "../blocks/log-group/retention";
import { contract, type Inputs } from "../core/contract";
import { reads, readsOrNull } from "../core/reads";
import { runInputs } from "../core/run";
import { networkContract } from "../network/contract";
import { preparationRoleName, securityContract } from "../security/contract";
import { engines } from "./engines";

/** Identifier of a region's database, its cluster or its only instance: tiers and regions know it by name. */
export const databaseIdentifier = (namePrefix: string): string => `${namePrefix}-orders`;

/** Name of the function that prepares a region's database, and of its role. */
export const preparationName = (namePrefix: string): string => `${namePrefix}-${preparationRoleName}`;

export const databaseContract = contract({
  name: "database",
  summary: "The shop's PostgreSQL database across zones: Aurora, RDS, or a global Aurora database.",
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
      .describe("Whether it holds personal data of customers, copies of which must stay in the region's jurisdiction."),
  }),
  settings: z.object({
    backupRetentionDays: z.int().min(7).max(35).default(14).describe("Days that a point-in-time restore can go back."),
    logRetentionDays: logRetentionDays("the logs of PostgreSQL and of the function that prepares it"),
  }),
  variants: engines,
  derived: z.object({
    globalIdentifier: z.string().optional().describe("Name of the global database that a replica joins."),
    secretKeyAliases: z
      .record(z.string(), z.string())
      .optional()
      .describe("Alias of the key that encrypts the login's replica, by the region of the replica."),
  }),
  reads: [
    readsOrNull(accountContract, "boundaryArn"),
    reads(networkContract, "appSubnetIds", "dataSubnetIds", "databaseGroupId", "preparationGroupId", "zoneNames"),
    reads(securityContract, "databaseKeyArn", "secretsKeyArn", "logsKeyArn", "volumesKeyArn", "alertTopicArn"),
  ],
  needs: runInputs,
  outputs: z.object({
    databaseIdentifier: z.string().describe("Identifier of the cluster, or of the RDS instance."),
    databaseArn: z.string().describe("ARN of the cluster, or of the RDS instance."),
    writerEndpoint: z.string().describe("Host name of the writer."),
    readerEndpoint: z
      .string()
      .describe("Host name that balances over the readers; the writer's if the engine has no readers."),
    logGroupNames: z.array(z.string()).describe("Log groups of this tier."),
    secretArn: z
      .string()
      .describe(
        "ARN of the secret with the master password, created and rotated by RDS unless the database is global.",
      ),
  }),
  rules: [
    {
      require: { left: "minCapacityUnits", is: "<=", right: "maxCapacityUnits" },
      message:
        "The minimum capacity must not exceed the maximum. Lower {minCapacityUnits} or raise {maxCapacityUnits}.",
    },
    {
      require: { left: "storageGib", is: "<=", right: "maxStorageGib", percent: 110 },
      message:
        "RDS wants a maximum at least 10 % above the initial storage. Lower {storageGib} or raise {maxStorageGib}.",
    },
  ],
});

/** What the tier works with when it is an Aurora cluster. */
export type AuroraInputs = Extract<Inputs<typeof databaseContract>, { engine: "aurora" | "global" | "replica" }>;
/** What the tier works with when it is the primary of a global database. */
export type GlobalInputs = Extract<AuroraInputs, { engine: "global" }>;
/** What the tier works with when it is an RDS instance. */
export type RdsInputs = Extract<Inputs<typeof databaseContract>, { engine: "rds" }>;
