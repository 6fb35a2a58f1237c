import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { Construct } from "constructs";
import { type LateNumber, number } from "../core/late";

interface Given {
  readonly namePrefix: string;
  readonly vaultName: string;
  readonly alarmAfterHours: LateNumber;
  readonly copied: boolean;
  readonly topicArn: string;
}

/**
 * An alarm when the newest backup is too old, and when a backup or a copy failed.
 *
 * AWS has no metric of a backup's age: hours without a completed one are it, those without any data, too.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/cloudwatch.html
 */
export function backupAlarms(scope: Construct, given: Given): void {
  const { namePrefix, vaultName, alarmAfterHours, copied, topicArn } = given;
  const common = {
    namespace: "AWS/Backup",
    dimensions: { BackupVaultName: vaultName },
    statistic: "Sum",
    period: 3600,
    threshold: 1,
    alarmActions: [topicArn],
    okActions: [topicArn],
  };
  new CloudwatchMetricAlarm(scope, "age", {
    ...common,
    alarmName: `${namePrefix}-backup-age`,
    alarmDescription:
      "No backup of the database was completed for hours: what a loss costs grows. See its backup jobs.",
    metricName: "NumberOfBackupJobsCompleted",
    comparisonOperator: "LessThanThreshold",
    evaluationPeriods: number(alarmAfterHours),
    treatMissingData: "breaching",
  });
  const failed = (id: string, metricName: string, alarmDescription: string) =>
    new CloudwatchMetricAlarm(scope, id, {
      ...common,
      alarmName: `${namePrefix}-${id}`,
      alarmDescription,
      metricName,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      evaluationPeriods: 1,
      treatMissingData: "notBreaching",
    });
  failed("failed-backups", "NumberOfBackupJobsFailed", "A backup of the database failed. The job tells why.");
  if (copied)
    failed(
      "failed-copies",
      "NumberOfCopyJobsFailed",
      "A backup was not copied into the other region: its loss would take the backup along. The copy job tells why.",
    );
}
