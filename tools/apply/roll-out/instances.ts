import { DescribeInstanceRefreshesCommand, InstanceRefreshStatus } from "@aws-sdk/client-auto-scaling";
import type { Look } from "./roll-out";

const failed: ReadonlySet<string | undefined> = new Set([
  InstanceRefreshStatus.Cancelled,
  InstanceRefreshStatus.Cancelling,
  InstanceRefreshStatus.Failed,
  InstanceRefreshStatus.RollbackFailed,
  InstanceRefreshStatus.RollbackInProgress,
  InstanceRefreshStatus.RollbackSuccessful,
]);

/** The refresh of a group's instances. Terraform begins one and goes on. */
export const ofInstances =
  (group: string): Look =>
  async ({ autoScaling }, since) => {
    const { InstanceRefreshes: [newest] = [] } = await autoScaling.send(
      new DescribeInstanceRefreshesCommand({ AutoScalingGroupName: group, MaxRecords: 1 }),
    );
    if (!newest?.StartTime || newest.StartTime < since) return undefined;
    const { Status = "Unknown", StatusReason, PercentageComplete = 0 } = newest;
    const says = [Status, `${PercentageComplete} %`, StatusReason].filter(Boolean).join(", ");
    const is = failed.has(Status) ? "failed" : Status === InstanceRefreshStatus.Successful ? "done" : "under way";
    return { what: `the instances of ${group}`, is, says };
  };
