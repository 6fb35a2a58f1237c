import type { Construct } from "constructs";
import { alarm } from "../blocks/alerts/alarm";
import type { Inputs } from "../core/contract";
import { number } from "../core/late";
import type { copiesContract } from "./contract";

type Watched = Pick<
  Inputs<typeof copiesContract>,
  "namePrefix" | "alarmAfterHours" | "findingsTopicArn" | "copiedFrom"
>;

/**
 * An alarm in the vault's own region when no copy arrives any more: the region that makes them cannot tell when it is lost,
 * and a copy may hang for hours without failing.
 *
 * AWS does not say under which of two metrics a copy counts where it arrives, so either is enough.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/cloudwatch.html
 */
export function arrivals(scope: Construct, { vaultName, ...watched }: Watched & { readonly vaultName: string }): void {
  const counted = (name: string) => ({
    namespace: "AWS/Backup",
    name,
    dimensions: { BackupVaultName: vaultName },
    stat: "Sum",
  });
  alarm(scope, "arrivals", {
    name: `${watched.namePrefix}-copies-age`,
    description: `No copy of a backup has arrived from ${watched.copiedFrom.join(" or ")} for hours: a loss would cost all data since then. Look at the copy jobs there.`,
    metrics: { copied: counted("NumberOfCopyJobsCompleted"), completed: counted("NumberOfRecoveryPointsCompleted") },
    expression: "FILL(copied, 0) + FILL(completed, 0)",
    below: 1,
    periodMinutes: 60,
    evaluationPeriods: number(watched.alarmAfterHours),
    treatMissingData: "breaching",
    topicArn: watched.findingsTopicArn,
  });
}
