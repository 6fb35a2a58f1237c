import type { Construct } from "constructs";
import { alarm } from "../blocks/alerts/alarm";
import { type LateNumber, plus } from "../core/late";

interface BackupAlarms {
  readonly namePrefix: string;
  readonly vaultName: string;
  readonly alarmAfterHours: LateNumber;
  /** Hours in a row in which no backup can begin. */
  readonly hoursLeftOut: number;
  /** What else there is a copy in: another region, another account. */
  readonly copiedTo: readonly string[];
  readonly topicArn: string;
}

/**
 * An alarm when the newest backup is too old, and when a backup or a copy failed.
 *
 * AWS has no metric of a backup's age: hours without a completed one are it, those without any data, too.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/cloudwatch.html
 */
export function backupAlarms(scope: Construct, options: BackupAlarms): void {
  const { namePrefix, vaultName, alarmAfterHours, hoursLeftOut, copiedTo, topicArn } = options;
  const jobs = (name: string) => ({
    metrics: { jobs: { namespace: "AWS/Backup", name, dimensions: { BackupVaultName: vaultName }, stat: "Sum" } },
    periodMinutes: 60,
    topicArn,
  });
  alarm(scope, "age", {
    ...jobs("NumberOfBackupJobsCompleted"),
    name: `${namePrefix}-backup-age`,
    description:
      "No backup of the database was completed for hours, so a loss would cost more and more data. Look at its backup jobs.",
    below: 1,
    evaluationPeriods: plus(alarmAfterHours, hoursLeftOut),
    treatMissingData: "breaching",
  });
  const failed = (id: string, metric: string, description: string) =>
    alarm(scope, id, {
      ...jobs(metric),
      name: `${namePrefix}-${id}`,
      description,
      atLeast: 1,
      evaluationPeriods: 1,
    });
  failed("failed-backups", "NumberOfBackupJobsFailed", "A backup of the database failed. The job tells why.");
  if (copiedTo.length > 0)
    failed(
      "failed-copies",
      "NumberOfCopyJobsFailed",
      `A backup was not copied into the other ${copiedTo.join(" or ")}: its loss would take the backup along. The copy job tells why.`,
    );
}
