import { Wafv2WebAcl, type Wafv2WebAclRule } from "@cdktf/provider-aws/lib/wafv2-web-acl";
import { Wafv2WebAclLoggingConfiguration } from "@cdktf/provider-aws/lib/wafv2-web-acl-logging-configuration";
import type { Construct } from "constructs";
import { type LateNumber, number } from "../../core/late";
import { originHeader } from "../../dns/contract";
import type { FirewallRule, ManagedOverride, ManagedRules } from "./contract";
import { cached, type FirewallScope, matches, not, type Statement, tooMany } from "./statements";

interface Rate {
  readonly requestsPerFiveMinutes: LateNumber;
  readonly cachedRequestsPerFiveMinutes: LateNumber;
  readonly cachedPaths: readonly string[];
}

export interface FirewallOptions {
  readonly name: string;
  readonly scope: FirewallScope;
  readonly managedRules: readonly ManagedRules[];
  readonly overrides: readonly ManagedOverride[];
  readonly rules: readonly FirewallRule[];
  /** What one client may ask for; nothing is limited without it. */
  readonly rate?: Rate;
  /** How much of a body CloudFront hands over; AWS's own 8 KB of a load balancer without it. */
  readonly bodyInspection?: string;
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
  const { name, scope, managedRules, overrides, rules, rate, bodyInspection, logDestinationArn } = options;
  const own = rules.map(
    (rule, index): Wafv2WebAclRule => ({
      name: rule.name,
      priority: index,
      action: { [rule.action]: {} },
      statement: matches(parent, { name, scope }, rule),
      visibilityConfig: visible(rule.name),
    }),
  );
  const managed = managedRules.map(
    (group, index): Wafv2WebAclRule => ({
      name: group,
      priority: 200 + index,
      ...managedGroup(group, overrides),
      visibilityConfig: visible(group),
    }),
  );

  const acl = new Wafv2WebAcl(parent, "firewall", {
    name,
    scope,
    defaultAction: { allow: {} },
    ...(bodyInspection === undefined ? {} : { associationConfig: inspecting(bodyInspection) }),
    rule: [...own, ...(rate ? limits(rate) : []), ...managed],
    visibilityConfig: visible(name),
  });
  new Wafv2WebAclLoggingConfiguration(parent, "firewall-log", {
    resourceArn: acl.arn,
    logDestinationConfigs: [logDestinationArn],
    redactedFields: [{ queryString: {} }, ...secretHeaders.map((header) => ({ singleHeader: { name: header } }))],
  });
  return acl;
}

const inspecting = (defaultSizeInspectionLimit: string) => ({
  requestBody: [{ cloudfront: { defaultSizeInspectionLimit } }],
});

/** The limit for what is asked of the origins, and one for what CloudFront keeps. */
function limits(rate: Rate): Wafv2WebAclRule[] {
  const kept = cached(rate.cachedPaths);
  const limit = (name: string, priority: number, statement: Statement): Wafv2WebAclRule => ({
    name,
    priority,
    action: { block: { customResponse: { responseCode: 429 } } },
    statement,
    visibilityConfig: visible(name),
  });
  const requests = number(rate.requestsPerFiveMinutes);
  if (kept === undefined) return [limit("rate", 100, tooMany(requests))];
  return [
    limit("rate", 100, tooMany(requests, not(kept))),
    limit("cached-rate", 101, tooMany(number(rate.cachedRequestsPerFiveMinutes), kept)),
  ];
}

/** AWS's group, with what the region file changes of it. */
function managedGroup(group: ManagedRules, overrides: readonly ManagedOverride[]) {
  const rules = overrides
    .filter((override) => override.group === group)
    .map(({ rule, action }) => ({ name: rule, action_to_use: { [action]: {} } }));
  return {
    overrideAction: { none: {} },
    statement: {
      managed_rule_group_statement: {
        vendor_name: "AWS",
        name: group,
        ...(rules.length > 0 ? { rule_action_override: rules } : {}),
      },
    },
  };
}

const visible = (metricName: string) => ({
  metricName,
  cloudwatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
});
