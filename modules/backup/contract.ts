import { z } from "zod";
import { accountContract } from "../account/contract";
import { accountId, vaultSettings } from "../blocks/vault/contract";
import { copiesContract } from "../copies/contract";
import { contract } from "../core/contract";
import { reads, readsOrNull } from "../core/reads";
import { runInputs } from "../core/run";
import { databaseContract } from "../database/contract";
import { securityContract } from "../security/contract";

/** Name of the vault of a region's own backups. */
export const backupVaultName = (namePrefix: string): string => `${namePrefix}-backups`;

/** Minutes that AWS Backup may wait at a scheduled hour until it begins a backup: the least that it takes. */
export const startWindowMinutes = 60;

export const backupContract = contract({
  name: "backup",
  summary: "Scheduled backups of the database, each copied at once to a vault in another region.",
  scope: "region",
  after: [copiesContract],
  stores: [{ name: "backups", holds: "customers and their orders", personalData: true, copiedTo: "copiesTo" }],
  shape: z.object({
    copiesTo: z
      .string()
      .nullable()
      .default(null)
      .describe(
        "Region that every backup is copied to; it must have a copies vault. With null, backups are lost with their region.",
      ),
    copiesToAccount: accountId
      .nullable()
      .default(null)
      .describe(
        "Another account of the organization that every backup is copied to as well, so that the loss of this account does not take all along: into the vault in the same region whose name is that of this region's copies, such as prod-eu-west-1-copies, which the module copies makes there. With the defaults, 81 full copies of Aurora are kept: 34 USD a month for 20 GB in eu-west-1, https://aws.amazon.com/rds/aurora/pricing; their transfer is free, and the key of each vault there is 1 USD. How to set it up, and how to get the data back: dr/README.md.",
      ),
  }),
  derived: z.object({
    databaseEngine: z
      .enum(["aurora", "rds"])
      .describe("What the database runs on: it decides when no backup can begin."),
  }),
  settings: vaultSettings.extend({
    intervalHours: z
      .literal([1, 2, 3, 4, 6, 8, 12])
      .default(1)
      .describe(
        "Hours between two backups. What the loss of a region can cost in data is this, up to an hour until AWS Backup begins one, and the time of the backup and of its copy; with RDS two hours more at night, when its own windows are. A copy of Aurora into another region is whole each time: of 100 GB, hourly ones cost about 1,460 USD a month of transfer, and every two hours half of that.",
      ),
    keepDays: z.int().min(1).max(365).default(2).describe("Days that these backups and their copies are kept."),
    dailyKeepDays: z.int().min(7).max(3650).default(35).describe("Days that one backup a day and its copy are kept."),
    alarmAfterHours: z
      .int()
      .min(2)
      .max(24)
      .default(3)
      .describe(
        "Hours without a completed backup before an alarm is raised; with RDS two more, because none can begin in its own windows.",
      ),
  }),
  reads: [
    readsOrNull(accountContract, "boundaryArn"),
    reads(databaseContract, "databaseArn"),
    reads(securityContract, "alertTopicArn"),
  ],
  needs: runInputs.pick({ namePrefix: true, ephemeral: true }).extend({
    copyVaultArn: z
      .string()
      .regex(
        /^arn:aws[a-z-]*:backup:[a-z0-9-]+:\d{12}:backup-vault:[A-Za-z0-9_-]+$/,
        "must be the ARN of a backup vault",
      )
      .nullable()
      .default(null)
      .describe("ARN of the vault in another region that every backup is copied to."),
  }),
  outputs: z.object({
    vaultArn: z.string().describe("ARN of the vault of the region's own backups."),
    planId: z.string().describe("Id of the backup plan of the database."),
  }),
  rules: [
    {
      require: { left: "intervalHours", is: "<", right: "alarmAfterHours" },
      message:
        "A backup may begin an hour late, so an alarm would be raised between two. Raise {alarmAfterHours} or lower {intervalHours}.",
    },
    {
      require: { left: "dailyKeepDays", is: ">=", right: "keepDays" },
      message:
        "The daily backup is one of all backups and cannot expire before them. Raise {dailyKeepDays} or lower {keepDays}.",
    },
  ],
});
