import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import type { Lb } from "@cdktf/provider-aws/lib/lb";
import { ShieldProtection } from "@cdktf/provider-aws/lib/shield-protection";
import { Wafv2WebAclAssociation } from "@cdktf/provider-aws/lib/wafv2-web-acl-association";
import type { Construct } from "constructs";
import { nameOfService } from "../blocks/compute/contract";
import { blockedAlarm } from "../blocks/firewall/blocked-alarm";
import { firewall } from "../blocks/firewall/firewall";
import type { Inputs } from "../core/contract";
import { number } from "../core/late";
import type { webContract } from "./contract";

/** What protects the load balancer beyond CloudFront and its own rules, where the region file says so; its log groups. */
export function protection(
  scope: Construct,
  inputs: Inputs<typeof webContract>,
  { loadBalancer, region }: { readonly loadBalancer: Lb; readonly region: string },
): string[] {
  const name = nameOfService(inputs.namePrefix, "web");
  if (inputs.shieldProtection) new ShieldProtection(scope, "shield", { name, resourceArn: loadBalancer.arn });
  if (!inputs.firewall) return [];
  const log = new CloudwatchLogGroup(scope, "firewall-log-group", {
    name: `aws-waf-logs-${name}`, // WAF writes to no other
    retentionInDays: number(inputs.logRetentionDays),
    kmsKeyId: inputs.logsKeyArn,
  });
  const acl = firewall(scope, {
    name,
    scope: "REGIONAL",
    managedRules: inputs.firewallManagedRules,
    overrides: inputs.firewallManagedOverrides,
    rules: inputs.firewallRules,
    logDestinationArn: log.arn,
  });
  blockedAlarm(scope, {
    name: `${name}-blocked`,
    before: "the load balancer",
    webAclName: acl.name,
    region,
    perFiveMinutes: inputs.blockedRequestsPerFiveMinutes,
    topicArn: inputs.alertTopicArn,
  });
  new Wafv2WebAclAssociation(scope, "firewalled", { resourceArn: loadBalancer.arn, webAclArn: acl.arn });
  return [log.name];
}
