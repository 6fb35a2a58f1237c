import { z } from "zod";
import { accountContract } from "../account/contract";
import { alertNeeds, alertShape } from "../blocks/alerts/contract";
import { rolePath } from "../blocks/service-role/role-path";
import { contract } from "../core/contract";
import { reads } from "../core/reads";
import { runInputs } from "../core/run";

/** What the keys of a region are for, each for one purpose. */
export type KeyPurpose = "database" | "secrets" | "logs" | "archive" | "volumes";

/** Alias of a key of a region, which other regions know it by. */
export const keyAlias = (namePrefix: string, purpose: KeyPurpose): string => `alias/${namePrefix}-${purpose}`;

/** The role, without name prefix, of the function that prepares the database. */
export const preparationRoleName = "database-preparation";

export const securityContract = contract({
  name: "security",
  summary: "The region's KMS keys, one per purpose, with policies that allow only who needs them, and the alert topic.",
  scope: "region",
  shape: alertShape,
  derived: z.object({
    flowLogInBucket: z
      .boolean()
      .optional()
      .describe("Whether the flow log goes straight to a bucket, under the archive key."),
    backupsCopiedByAccounts: z
      .array(z.string())
      .optional()
      .describe("Accounts whose AWS Backup copies backups of the database, which are under the database key."),
  }),
  settings: z.object({
    keyRotationDays: z.int().min(90).max(2560).default(365).describe("Days between rotations of a key's material."),
    keyDeletionWindowDays: z
      .int()
      .min(7)
      .max(30)
      .default(30)
      .describe("Days that the deletion of a key can still be cancelled."),
    secretReaderRoleNames: z
      .array(z.string().regex(/^[\w+=,.@-]+$/, "must be the name of a role such as api"))
      .default([preparationRoleName])
      .describe(
        "Roles, without name prefix, that may decrypt the database's secret and so use the Data API: by default the function that prepares the database, and no service.",
      ),
    deployerRoleNames: z
      .array(rolePath)
      .default(["deploy"])
      .describe(
        "Roles of the account, by full name and path (such as aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_admin_0123), that apply Terraform and so create secrets under the secrets key. Workflow roles are added automatically.",
      ),
  }),
  reads: [reads(accountContract, "autoscalingServiceRoleArn")],
  needs: runInputs.pick({ namePrefix: true }).extend(alertNeeds.shape),
  outputs: z.object({
    databaseKeyArn: z.string().describe("ARN of the key for the database's storage, snapshots and performance data."),
    secretsKeyArn: z
      .string()
      .describe("ARN of the key for the database's secret; only the named roles can decrypt with it."),
    logsKeyArn: z.string().describe("ARN of the key for CloudWatch log groups."),
    archiveKeyArn: z.string().describe("ARN of the key for the log archive and the stream that delivers to it."),
    volumesKeyArn: z
      .string()
      .describe("ARN of the key for volumes of instances, disks of tasks and environment variables of functions."),
    alertTopicArn: z.string().describe("ARN of the encrypted SNS topic for alarms and events of this region."),
  }),
});
