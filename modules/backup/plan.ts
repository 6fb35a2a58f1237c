import { BackupPlan, type BackupPlanRule } from "@cdktf/provider-aws/lib/backup-plan";
import { Fn } from "cdktf";
import type { Construct } from "constructs";
import type { Inputs } from "../core/contract";
import { number } from "../core/late";
import type { backupContract } from "./contract";

/**
 * When backups are taken, how long they are kept, and where each is copied to.
 *
 * None is continuous: the database restores to any second by itself, and AWS Backup would take its retention over, which
 * Terraform sets. Cold storage takes no backup of RDS.
 */
export function backupPlan(
  scope: Construct,
  inputs: Inputs<typeof backupContract>,
  { name, vaultName }: { readonly name: string; readonly vaultName: string },
): BackupPlan {
  const { copiesTo, copyVaultArn, intervalHours, keepDays, dailyKeepDays } = inputs;
  const rule = (ruleName: string, schedule: string, days: number): BackupPlanRule => ({
    ruleName,
    targetVaultName: vaultName,
    schedule,
    startWindow: 60,
    completionWindow: 180,
    lifecycle: { deleteAfter: days },
    copyAction: copiesTo === null ? [] : [{ destinationVaultArn: copyVaultArn, lifecycle: { deleteAfter: days } }],
  });
  return new BackupPlan(scope, "plan", {
    name,
    rule: [
      rule("by-the-hour", `cron(0 0/${Fn.tostring(intervalHours)} * * ? *)`, number(keepDays)),
      rule("daily", "cron(30 2 * * ? *)", number(dailyKeepDays)),
    ],
  });
}
