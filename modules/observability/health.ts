import { CloudwatchCompositeAlarm } from "@cdktf/provider-aws/lib/cloudwatch-composite-alarm";
import type { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { Construct } from "constructs";
import { regionHealthAlarm } from "./contract";

/** The one alarm that says whether customers of the region suffer: any of theirs rings. */
export const regionHealth = (
  scope: Construct,
  namePrefix: string,
  topicArn: string,
  alarms: readonly CloudwatchMetricAlarm[],
): CloudwatchCompositeAlarm =>
  new CloudwatchCompositeAlarm(scope, "region-health", {
    alarmName: regionHealthAlarm(namePrefix),
    alarmDescription:
      "Customers of this region suffer. Think of taking it out of service, or of recovering it elsewhere.",
    alarmRule: alarms.map(({ alarmName }) => `ALARM("${alarmName}")`).join(" OR "),
    alarmActions: [topicArn],
    okActions: [topicArn],
  });
