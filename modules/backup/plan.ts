import { BackupPlan, type BackupPlanRule } from "@cdktf/provider-aws/lib/backup-plan";
import { Fn } from "cdktf";
import type { Construct } from "constructs";
import type { Inputs } from "../core/contract";
import { number } from "../core/late";
import { hoursOfWindows } from "../database/windows/contract";
import { type backupContract, startWindowMinutes } from "./contract";

/** The hour of the backup that is kept longest; the others are counted from it. */
const dailyHour = 2;

/**
 * When backups are taken, how long they are kept, and where each is copied to.
 *
 * No two rules begin at the same hour: AWS Backup then keeps one backup, by the rule that keeps it longer. None is
 * continuous: the database restores to any second by itself, and AWS Backup would take its retention over, which Terraform
 * sets. Cold storage takes no backup of RDS.
 */
export function backupPlan(
  scope: Construct,
  inputs: Inputs<typeof backupContract>,
  {
    name,
    vaultName,
    copyVaultArns,
  }: { readonly name: string; readonly vaultName: string; readonly copyVaultArns: readonly string[] },
): BackupPlan {
  const { intervalHours, keepDays, dailyKeepDays, databaseEngine } = inputs;
  const rule = (ruleName: string, schedule: string, days: number): BackupPlanRule => ({
    ruleName,
    targetVaultName: vaultName,
    schedule,
    startWindow: startWindowMinutes,
    completionWindow: 180,
    lifecycle: { deleteAfter: days },
    copyAction: copyVaultArns.map((destinationVaultArn) => ({ destinationVaultArn, lifecycle: { deleteAfter: days } })),
  });
  // Terraform knows the interval, so it chooses: an entry for each number of hours.
  const hours = Fn.element(
    Array.from({ length: 13 }, (_, every) => hoursOf(every, databaseEngine)),
    number(intervalHours),
  );
  return new BackupPlan(scope, "plan", {
    name,
    rule: [
      rule("by-the-hour", `cron(0 ${hours} * * ? *)`, number(keepDays)),
      rule("daily", `cron(0 ${dailyHour} * * ? *)`, number(dailyKeepDays)),
    ],
  });
}

/** The full hours at which a backup begins, besides the daily one, as cron lists them. */
const hoursOf = (every: number, databaseEngine: "aurora" | "rds"): string =>
  Array.from({ length: 24 }, (_, hour) => hour)
    .filter((hour) => (hour - dailyHour) % every === 0 && hour !== dailyHour)
    .filter((hour) => databaseEngine === "aurora" || !hoursOfWindows.includes(hour))
    .join();
