import type { Construct } from "constructs";
import { alarm } from "../blocks/alerts/alarm";
import { type LateNumber, number } from "../core/late";
import type { Health } from "./health";

interface AlarmOptions {
  readonly namePrefix: string;
  readonly topicArn: string;
}

const status = (HealthCheckId: string, stat: string) => ({
  metrics: { status: { namespace: "AWS/Route53", name: "HealthCheckStatus", dimensions: { HealthCheckId }, stat } },
  evaluationPeriods: 1,
});

interface HealthAlarms extends AlarmOptions {
  readonly live: Health | undefined;
  readonly recovered: Health | undefined;
}

/** Tells when a live region is not healthy, when none is, and when one that was rebuilt answers. */
export function healthAlarms(scope: Construct, { namePrefix, topicArn, live, recovered }: HealthAlarms): void {
  const unhealthy = (role: string, healthCheckId: string, description: string) =>
    alarm(scope, `${role}-alarm`, {
      ...status(healthCheckId, "Minimum"),
      name: `${namePrefix}-${role}`,
      description,
      below: 1,
      treatMissingData: "breaching",
      topicArn,
    });
  for (const [region, { answers }] of live?.byRegion ?? [])
    unhealthy(
      `${region}-unhealthy`,
      answers,
      `${region} does not answer health checks, or answers that it cannot serve; customers are routed elsewhere`,
    );
  if (live)
    unhealthy(
      "no-region-healthy",
      live.any,
      "Every live region is fenced, does not answer health checks, or answers that it cannot serve: see the runbook",
    );
  for (const [region, { answers }] of recovered?.byRegion ?? []) {
    alarm(scope, `${region}-answers-alarm`, {
      ...status(answers, "Maximum"),
      name: `${namePrefix}-${region}-answers`,
      description: `The recovered region ${region} answers: once it is open, it gets customers while no live region may`,
      atLeast: 1,
      topicArn,
    });
  }
}

interface EdgeAlarms extends AlarmOptions {
  readonly distributionId: string;
  readonly errorRatePercent: LateNumber;
}

/** Tells when customers get errors. */
export function edgeAlarms(scope: Construct, options: EdgeAlarms): void {
  alarm(scope, "errors-alarm", {
    name: `${options.namePrefix}-errors`,
    description: "CloudFront answers customers with server errors (5xx)",
    metrics: {
      errors: {
        namespace: "AWS/CloudFront",
        name: "5xxErrorRate",
        dimensions: { DistributionId: options.distributionId, Region: "Global" },
        stat: "Average",
      },
    },
    above: number(options.errorRatePercent),
    periodMinutes: 5,
    evaluationPeriods: 2,
    topicArn: options.topicArn,
  });
}
