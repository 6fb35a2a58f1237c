import { CloudwatchLogSubscriptionFilter } from "@cdktf/provider-aws/lib/cloudwatch-log-subscription-filter";
import { TerraformIterator } from "cdktf";
import type { Construct } from "constructs";

interface Archiving {
  readonly logGroupNames: string[];
  readonly archiveStreamArn: string;
  readonly archiverRoleArn: string;
}

/** Sends every line of every log group to the archive; how many groups there are, Terraform knows when it plans. */
export const archiveEveryLog = (
  scope: Construct,
  { logGroupNames, archiveStreamArn, archiverRoleArn }: Archiving,
): CloudwatchLogSubscriptionFilter => {
  const group = TerraformIterator.fromList(logGroupNames);
  return new CloudwatchLogSubscriptionFilter(scope, "archive", {
    forEach: group,
    name: "archive",
    logGroupName: group.value,
    filterPattern: "",
    destinationArn: archiveStreamArn,
    roleArn: archiverRoleArn,
  });
};
