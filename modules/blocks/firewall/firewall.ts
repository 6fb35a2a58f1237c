import { Wafv2WebAcl, type Wafv2WebAclRule } from "@cdktf/provider-aws/lib/wafv2-web-acl";
import { Wafv2WebAclLoggingConfiguration } from "@cdktf/provider-aws/lib/wafv2-web-acl-logging-configuration";
import type { Construct } from "constructs";
import { type LateNumber, number } from "../../core/late";
import { originHeader } from "../../dns/contract";
import type { FirewallRule, ManagedRules } from "./contract";
import { type FirewallScope, matches, tooMany } from "./statements";

export interface FirewallOptions {
  readonly name: string;
  readonly scope: FirewallScope;
  readonly managedRules: readonly ManagedRules[];
  readonly rules: readonly FirewallRule[];
  readonly requestsPerFiveMinutes: LateNumber;
  /** Bucket or log group, in AWS's own wish beginning with `aws-waf-logs-`. */
  readonly logDestinationArn: string;
}

/** What requests carry that nobody may read in a log: who somebody is, and what opens the origin. */
const secretHeaders = ["authorization", "cookie", originHeader];

/**
 * A web ACL that lets requests pass unless a rule refuses them: own rules first, then the rate, then AWS's groups.
 *
 * Every request is logged, without its secret headers. Samples are off: they would show the headers. The rules are
 * blocks, not one JSON text, so that a rule which somebody deletes shows in a plan.
 */
export function firewall(parent: Construct, options: FirewallOptions): Wafv2WebAcl {
  const { name, scope, managedRules, rules, requestsPerFiveMinutes, logDestinationArn } = options;
  const own = rules.map(
    (rule, index): Wafv2WebAclRule => ({
      name: rule.name,
      priority: index,
      action: { [rule.action]: {} },
      statement: matches(parent, { name, scope }, rule),
      visibilityConfig: visible(rule.name),
    }),
  );
  const rate: Wafv2WebAclRule = {
    name: "rate",
    priority: 100,
    action: { block: { customResponse: { responseCode: 429 } } },
    statement: tooMany(scope, number(requestsPerFiveMinutes)),
    visibilityConfig: visible("rate"),
  };
  const managed = managedRules.map(
    (group, index): Wafv2WebAclRule => ({
      name: group,
      priority: 200 + index,
      overrideAction: { none: {} },
      statement: { managed_rule_group_statement: { vendor_name: "AWS", name: group } },
      visibilityConfig: visible(group),
    }),
  );

  const acl = new Wafv2WebAcl(parent, "firewall", {
    name,
    scope,
    defaultAction: { allow: {} },
    rule: [...own, rate, ...managed],
    visibilityConfig: visible(name),
  });
  new Wafv2WebAclLoggingConfiguration(parent, "firewall-log", {
    resourceArn: acl.arn,
    logDestinationConfigs: [logDestinationArn],
    redactedFields: [{ queryString: {} }, ...secretHeaders.map((header) => ({ singleHeader: { name: header } }))],
  });
  return acl;
}

const visible = (metricName: string) => ({
  metricName,
  cloudwatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
});
