import { Lb } from "@cdktf/provider-aws/lib/lb";
import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import type { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import type { Construct } from "constructs";
import type { Inputs } from "../core/contract";
import { not } from "../core/late";
import { tlsPolicy } from "../fleet/tls-policy";
import { ports } from "../network/contract";
import { serviceCertificate } from "./certificate";
import type { apiContract } from "./contract";

/** The way in: an internal load balancer that speaks TLS, with a name in the private zone. */
export function door(
  scope: Construct,
  inputs: Inputs<typeof apiContract>,
  targets: LbTargetGroup,
): { loadBalancer: Lb; hostName: string } {
  const hostName = `api.${inputs.privateZoneName}`;

  const loadBalancer = new Lb(scope, "load-balancer", {
    name: `${inputs.namePrefix}-api`,
    loadBalancerType: "network",
    internal: true,
    subnets: inputs.appSubnetIds,
    securityGroups: [inputs.apiEntranceGroupId],
    enableCrossZoneLoadBalancing: true,
    enableDeletionProtection: not(inputs.ephemeral),
  });

  new LbListener(scope, "tls", {
    loadBalancerArn: loadBalancer.arn,
    port: ports.https,
    protocol: "TLS",
    sslPolicy: tlsPolicy,
    certificateArn: serviceCertificate(scope, inputs, hostName),
    defaultAction: [{ type: "forward", targetGroupArn: targets.arn }],
  });
  new Route53Record(scope, "name", {
    zoneId: inputs.privateZoneId,
    name: hostName,
    type: "A",
    alias: { name: loadBalancer.dnsName, zoneId: loadBalancer.zoneId, evaluateTargetHealth: true },
  });
  return { loadBalancer, hostName };
}
