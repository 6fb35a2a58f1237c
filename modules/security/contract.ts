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

export const securityContract = contract({
  name: "security",
  summary:
    "The region's KMS keys, each for one purpose, with policies that admit exactly who needs it, and the alert topic.",
  scope: "region",
  shape: alertShape,
  settings: z.object({
    keyRotationDays: z.int().min(90).max(2560).default(365).describe("Days between rotations of a key's material."),
    keyDeletionWindowDays: z
      .int()
      .min(7)
      .max(30)
      .default(30)
      .describe("Days that a deleted key can still be brought back."),
    secretReaderRoleNames: z
      .array(z.string().regex(/^[\w+=,.@-]+$/, "must be the name of a role such as api"))
      .default(["api"])
      .describe("Roles, without name prefix, that may decrypt the database's secret, and so use the Data API."),
    deployerRoleNames: z
      .array(rolePath)
      .default(["deploy"])
      .describe(
        "Roles of the account, by full name and path (such as aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_admin_0123), that apply Terraform, and so create secrets under the secrets key. Those of workflows need not be named in a region file.",
      ),
  }),
  reads: [reads(accountContract, "autoscalingServiceRoleArn")],
  needs: runInputs.pick({ namePrefix: true }).extend(alertNeeds.shape),
  outputs: z.object({
    databaseKeyArn: z.string().describe("Key of the database's storage, snapshots and performance data."),
    secretsKeyArn: z.string().describe("Key of the database's secret; only the named roles decrypt with it."),
    logsKeyArn: z.string().describe("Key of CloudWatch log groups."),
    archiveKeyArn: z.string().describe("Key of the archive that logs go to, and of the stream that brings them."),
    volumesKeyArn: z
      .string()
      .describe("Key of what services run on: volumes of instances, disks of tasks, settings of functions."),
    alertTopicArn: z.string().describe("SNS topic that alarms and events of this region go to, encrypted."),
  }),
});
