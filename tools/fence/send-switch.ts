import { type CloudWatchClient, PutMetricDataCommand } from "@aws-sdk/client-cloudwatch";
import { type Switch, switches, switchNamespace } from "../../modules/failover/switches/contract";

interface Sent {
  readonly which: Switch;
  readonly region: string;
  readonly on: boolean;
  /** The minutes that the value is of: this one, unless others are given. */
  readonly at?: readonly Date[];
}

/** Sends the value of a region's switch to CloudWatch, with a client of the region of the switches. */
export async function sendSwitch(
  cloudwatch: CloudWatchClient,
  { which, region, on, at = [new Date()] }: Sent,
): Promise<void> {
  const of = {
    MetricName: switches[which].metric,
    Dimensions: [{ Name: "Region", Value: region }],
    Value: on ? 1 : 0,
  };
  const MetricData = at.map((Timestamp) => ({ ...of, Timestamp }));
  await cloudwatch.send(new PutMetricDataCommand({ Namespace: switchNamespace, MetricData }));
}
