import { CloudwatchCompositeAlarm } from "@cdktf/provider-aws/lib/cloudwatch-composite-alarm";
import type { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { Construct } from "constructs";
import { regionHealthAlarm } from "./contract";

interface RegionHealthOptions {
  readonly namePrefix: string;
  readonly topicArn: string;
  readonly alarms: readonly CloudwatchMetricAlarm[];
}

/** The one alarm that says whether customers of the region suffer: any of theirs rings. */
export const regionHealth = (
  scope: Construct,
  { namePrefix, topicArn, alarms }: RegionHealthOptions,
): CloudwatchCompositeAlarm =>
  new CloudwatchCompositeAlarm(scope, "region-health", {
    alarmName: regionHealthAlarm(namePrefix),
    alarmDescription:
      "Customers of this region suffer. Think of taking it out of service, or of recovering it elsewhere.",
    alarmRule: alarms.map(({ alarmName }) => `ALARM("${alarmName}")`).join(" OR "),
    alarmActions: [topicArn],
    okActions: [topicArn],
  });
