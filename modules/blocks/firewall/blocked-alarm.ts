import type { Construct } from "constructs";
import { type LateNumber, number } from "../../core/late";
import { alarm } from "../alerts/alarm";

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
export function blockedAlarm(scope: Construct, options: Blocked): void {
  const { name, before, webAclName, region, perFiveMinutes, topicArn } = options;
  alarm(scope, "blocked-alarm", {
    name,
    description: `The firewall in front of ${before} blocks many requests: an attack, or a rule that affects customers`,
    metrics: {
      blocked: {
        namespace: "AWS/WAFV2",
        name: "BlockedRequests",
        dimensions: { WebACL: webAclName, Rule: "ALL", ...(region === undefined ? {} : { Region: region }) },
        stat: "Sum",
      },
    },
    above: number(perFiveMinutes),
    periodMinutes: 5,
    evaluationPeriods: 1,
    topicArn,
  });
}
