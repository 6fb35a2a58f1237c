import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { Construct } from "constructs";

export interface AlarmOptions {
  readonly name: string;
  /** What is wrong when it is raised, and what to do. */
  readonly description: string;
  readonly namespace: string;
  readonly metric: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statistic: "Average" | "Maximum" | "Sum";
  /** Raised when the metric is above it. */
  readonly above: number;
  /** Minutes in a row; 5 when absent. */
  readonly minutes?: number;
  /** Minutes that one point of the metric stands for; 1 when absent. */
  readonly minutesAPoint?: number;
  readonly topicArn: string;
}

/** An alarm that tells the topic when a metric is too high, point by point, and when it is well again. */
export function alarm(scope: Construct, id: string, options: AlarmOptions): CloudwatchMetricAlarm {
  const {
    name,
    description,
    namespace,
    metric,
    dimensions,
    statistic,
    above,
    minutes = 5,
    minutesAPoint = 1,
    topicArn,
  } = options;
  return new CloudwatchMetricAlarm(scope, id, {
    alarmName: name,
    alarmDescription: description,
    namespace,
    metricName: metric,
    dimensions: { ...dimensions },
    statistic,
    comparisonOperator: "GreaterThanThreshold",
    threshold: above,
    period: minutesAPoint * 60,
    evaluationPeriods: minutes / minutesAPoint,
    treatMissingData: "notBreaching",
    alarmActions: [topicArn],
    okActions: [topicArn],
  });
}
