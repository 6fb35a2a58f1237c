import {
  CloudwatchMetricAlarm,
  type CloudwatchMetricAlarmConfig,
} from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { Construct } from "constructs";
import { type LateNumber, number } from "../core/late";
import type { Health } from "./health";

interface AlarmOptions {
  readonly namePrefix: string;
  readonly topicArn: string;
}

type Watched = Pick<
  CloudwatchMetricAlarmConfig,
  | "alarmDescription"
  | "namespace"
  | "metricName"
  | "dimensions"
  | "statistic"
  | "comparisonOperator"
  | "threshold"
  | "period"
  | "evaluationPeriods"
  | "treatMissingData"
>;

const alarm = (scope: Construct, role: string, { namePrefix, topicArn }: AlarmOptions, watched: Watched): void => {
  new CloudwatchMetricAlarm(scope, `${role}-alarm`, {
    alarmName: `${namePrefix}-${role}`,
    alarmActions: [topicArn],
    okActions: [topicArn],
    ...watched,
  });
};

const status = (healthCheckId: string) => ({
  namespace: "AWS/Route53",
  metricName: "HealthCheckStatus",
  dimensions: { HealthCheckId: healthCheckId },
  period: 60,
  evaluationPeriods: 1,
});

/** Tells when a live region is not healthy, when none is, and when one that was rebuilt answers. */
export function healthAlarms(
  scope: Construct,
  options: AlarmOptions,
  live: Health,
  recovered: Health | undefined,
): void {
  const unhealthy = (role: string, healthCheckId: string, alarmDescription: string) =>
    alarm(scope, role, options, {
      ...status(healthCheckId),
      alarmDescription,
      statistic: "Minimum",
      comparisonOperator: "LessThanThreshold",
      threshold: 1,
      treatMissingData: "breaching",
    });
  for (const [region, id] of live.byRegion)
    unhealthy(`${region}-unhealthy`, id, `${region} does not answer health checks; customers are led elsewhere`);
  unhealthy("no-region-healthy", live.any, "No live region answers health checks: recover one, see the runbook");
  for (const [region, id] of recovered?.byRegion ?? []) {
    alarm(scope, `${region}-answers`, options, {
      ...status(id),
      alarmDescription: `${region}, where a lost region is rebuilt, answers: it gets customers once no live region is healthy`,
      statistic: "Maximum",
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: 1,
      treatMissingData: "notBreaching",
    });
  }
}

interface EdgeAlarms extends AlarmOptions {
  readonly distributionId: string;
  readonly errorRatePercent: LateNumber;
}

/** Tells when customers get errors. */
export function edgeAlarms(scope: Construct, options: EdgeAlarms): void {
  alarm(scope, "errors", options, {
    alarmDescription: "CloudFront answers customers with errors of the server",
    namespace: "AWS/CloudFront",
    metricName: "5xxErrorRate",
    dimensions: { DistributionId: options.distributionId, Region: "Global" },
    statistic: "Average",
    comparisonOperator: "GreaterThanThreshold",
    threshold: number(options.errorRatePercent),
    period: 300,
    evaluationPeriods: 2,
    treatMissingData: "notBreaching",
  });
}
