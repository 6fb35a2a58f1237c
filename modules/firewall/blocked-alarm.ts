import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { Construct } from "constructs";
import { type LateNumber, number } from "../core/late";

interface Blocked {
  readonly name: string;
  /** What the firewall stands before: CloudFront, or a load balancer. */
  readonly before: string;
  readonly webAclName: string;
  /** Region of a web ACL that is not CloudFront's; part of its metric. */
  readonly region?: string;
  readonly perFiveMinutes: LateNumber;
  readonly topicArn: string;
}

/**
 * Tells when a firewall refuses more than it does on other days.
 *
 * https://docs.aws.amazon.com/waf/latest/developerguide/waf-metrics.html
 */
export function blockedAlarm(scope: Construct, { name, before, webAclName, region, ...rest }: Blocked): void {
  new CloudwatchMetricAlarm(scope, "blocked-alarm", {
    alarmName: name,
    alarmDescription: `The firewall before ${before} refuses many requests: an attack, or a rule that hits customers`,
    namespace: "AWS/WAFV2",
    metricName: "BlockedRequests",
    dimensions: { WebACL: webAclName, Rule: "ALL", ...(region === undefined ? {} : { Region: region }) },
    statistic: "Sum",
    comparisonOperator: "GreaterThanThreshold",
    threshold: number(rest.perFiveMinutes),
    period: 300,
    evaluationPeriods: 1,
    treatMissingData: "notBreaching",
    alarmActions: [rest.topicArn],
    okActions: [rest.topicArn],
  });
}
