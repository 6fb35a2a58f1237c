import { Lb } from "@cdktf/provider-aws/lib/lb";
import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import type { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import type { Construct } from "constructs";
import { nameOfService } from "../blocks/compute/contract";
import type { Inputs } from "../core/contract";
import { not } from "../core/late";
import { ports, tlsPolicy } from "../network/contract";
import { serviceCertificate } from "./certificate";
import { type apiContract, apiHostName } from "./contract";

/**
 * The internal load balancer: it speaks TLS, with a name in the private zone.
 *
 * Before a function it is an application load balancer: a network one calls no function, and one of each, the one behind
 * the other, would cost twice and hide the function's health from the first.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html
 *
 * The one logs every request, the other every TLS connection.
 */
export function apiLoadBalancer(
  scope: Construct,
  inputs: Inputs<typeof apiContract>,
  targets: LbTargetGroup,
): { loadBalancer: Lb; listener: LbListener; hostName: string } {
  const calls = inputs.compute === "lambda";
  const hostName = apiHostName(inputs.privateZoneName);

  const loadBalancer = new Lb(scope, "load-balancer", {
    name: nameOfService(inputs.namePrefix, "api"),
    ...(calls
      ? {
          loadBalancerType: "application",
          dropInvalidHeaderFields: true,
          desyncMitigationMode: inputs.desyncMitigationMode,
        }
      : { loadBalancerType: "network", enableCrossZoneLoadBalancing: true }),
    internal: true,
    subnets: inputs.appSubnetIds,
    securityGroups: [inputs.apiEntranceGroupId],
    enableDeletionProtection: not(inputs.ephemeral),
    accessLogs: { bucket: inputs.accessLogBucketName, enabled: true },
  });

  const listener = new LbListener(scope, "tls", {
    loadBalancerArn: loadBalancer.arn,
    port: ports.https,
    protocol: calls ? "HTTPS" : "TLS",
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
  return { loadBalancer, listener, hostName };
}
