import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { Construct } from "constructs";
import type { Metric } from "./metric";

/** A promise that is watched: what is measured, and from where on it is broken. */
export interface Alarm {
  /** Name of the alarm after the region's prefix, and its Terraform address. */
  readonly id: string;
  /** What is wrong when it rings, and where to look first. */
  readonly description: string;
  /** One metric; or several, by the names that `expression` calculates with. */
  readonly metrics: Readonly<Record<string, Metric>>;
  readonly expression?: string;
  readonly is: "GreaterThanThreshold" | "GreaterThanOrEqualToThreshold" | "LessThanThreshold";
  readonly threshold: number;
  /** Minutes in a row that it must be so. */
  readonly minutes: number;
  /** What it means that nothing is measured; by default that there is nothing to complain of. */
  readonly missing?: "breaching" | "notBreaching";
  /** Customers notice it: part of the region's health. */
  readonly customersSuffer?: true;
}

/** Seconds that one point of every metric stands for. */
const period = 60;

/** The CloudWatch alarm of a promise, which tells the topic when it is broken and when it is kept again. */
export function metricAlarm(
  scope: Construct,
  namePrefix: string,
  topicArn: string,
  alarm: Alarm,
): CloudwatchMetricAlarm {
  const { id, description, metrics, expression, minutes, missing = "notBreaching" } = alarm;
  const [single] = Object.values(metrics);
  return new CloudwatchMetricAlarm(scope, id, {
    alarmName: `${namePrefix}-${id}`,
    alarmDescription: description,
    comparisonOperator: alarm.is,
    threshold: alarm.threshold,
    evaluationPeriods: minutes,
    datapointsToAlarm: minutes,
    treatMissingData: missing,
    ...(expression === undefined && single ? alone(single) : { metricQuery: calculated(metrics, expression ?? "") }),
    alarmActions: [topicArn],
    okActions: [topicArn],
  });
}

const alone = ({ namespace, name, dimensions, stat }: Metric) => ({
  namespace,
  metricName: name,
  dimensions: { ...dimensions },
  period,
  ...(/^p\d/.test(stat) ? { extendedStatistic: stat } : { statistic: stat }),
});

const calculated = (metrics: Alarm["metrics"], expression: string) => [
  ...Object.entries(metrics).map(([id, { namespace, name, dimensions, stat }]) => ({
    id,
    metric: { namespace, metricName: name, dimensions: { ...dimensions }, period, stat },
  })),
  { id: "result", expression, label: "result", returnData: true },
];
