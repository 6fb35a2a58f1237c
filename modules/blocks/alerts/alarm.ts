import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { Construct } from "constructs";
import type { Metric } from "./metric";

/** A promise that is watched: what is measured, and from where on it is broken. */
export type Watched = Threshold & {
  /** What is wrong when it rings, and where to look first. */
  readonly description: string;
  /** One metric; or several, by the names that `expression` calculates with. */
  readonly metrics: Readonly<Record<string, Metric>>;
  readonly expression?: string;
  /** Minutes that one value of a metric stands for; 1 when absent. */
  readonly periodMinutes?: number;
  /** Values in a row that must be so. */
  readonly evaluationPeriods: number;
  /** What it means that nothing is measured; when absent, that there is nothing to complain of. */
  readonly treatMissingData?: "breaching" | "ignore";
};

type Threshold = { readonly above: number } | { readonly atLeast: number } | { readonly below: number };

type AlarmOptions = Watched & { readonly name: string; readonly topicArn: string };

/** The CloudWatch alarm of a promise, which tells the topic when it is broken and when it is kept again. */
export function alarm(scope: Construct, id: string, options: AlarmOptions): CloudwatchMetricAlarm {
  const { name, description, metrics, expression, evaluationPeriods, topicArn } = options;
  const period = 60 * (options.periodMinutes ?? 1);
  const [single] = Object.values(metrics);
  return new CloudwatchMetricAlarm(scope, id, {
    alarmName: name,
    alarmDescription: description,
    ...threshold(options),
    evaluationPeriods,
    treatMissingData: options.treatMissingData ?? "notBreaching",
    ...(expression === undefined && single
      ? alone(single, period)
      : { metricQuery: calculated(metrics, expression ?? "", period) }),
    alarmActions: [topicArn],
    okActions: [topicArn],
  });
}

function threshold(limit: Threshold) {
  if ("above" in limit) return { comparisonOperator: "GreaterThanThreshold", threshold: limit.above };
  if ("below" in limit) return { comparisonOperator: "LessThanThreshold", threshold: limit.below };
  return { comparisonOperator: "GreaterThanOrEqualToThreshold", threshold: limit.atLeast };
}

const alone = ({ namespace, name, dimensions, stat }: Metric, period: number) => ({
  namespace,
  metricName: name,
  dimensions: { ...dimensions },
  period,
  ...(/^p\d/.test(stat) ? { extendedStatistic: stat } : { statistic: stat }),
});

const calculated = (metrics: Watched["metrics"], expression: string, period: number) => [
  ...Object.entries(metrics).map(([id, { namespace, name, dimensions, stat }]) => ({
    id,
    metric: { namespace, metricName: name, dimensions: { ...dimensions }, period, stat },
  })),
  { id: "result", expression, label: "result", returnData: true },
];
