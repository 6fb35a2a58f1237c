import { Lb } from "@cdktf/provider-aws/lib/lb";
import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import { LbListenerCertificate } from "@cdktf/provider-aws/lib/lb-listener-certificate";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import type { Construct } from "constructs";
import { nameOfService } from "../blocks/compute/contract";
import type { Inputs } from "../core/contract";
import { not } from "../core/late";
import { ports, tlsPolicy } from "../network/contract";
import { domainCertificate, originCertificate } from "./certificates";
import type { webContract } from "./contract";
import { refusal } from "./listener-rules";

/**
 * The internet-facing load balancer: it answers HTTP with a redirect to HTTPS, and HTTPS to CloudFront and health checks only.
 *
 * It speaks IPv4, as those two do with an origin; customers have IPv6 with CloudFront.
 */
export function webLoadBalancer(
  scope: Construct,
  inputs: Inputs<typeof webContract>,
  originName: string,
): { loadBalancer: Lb; listener: LbListener } {
  const loadBalancer = new Lb(scope, "load-balancer", {
    name: nameOfService(inputs.namePrefix, "web"),
    loadBalancerType: "application",
    internal: false,
    ipAddressType: "ipv4",
    subnets: inputs.publicSubnetIds,
    securityGroups: inputs.entranceGroupIds,
    dropInvalidHeaderFields: true,
    desyncMitigationMode: inputs.desyncMitigationMode,
    enableDeletionProtection: not(inputs.ephemeral),
    accessLogs: { bucket: inputs.accessLogBucketName, enabled: true },
  });

  new LbListener(scope, "http", {
    loadBalancerArn: loadBalancer.arn,
    port: ports.http,
    protocol: "HTTP",
    defaultAction: [
      { type: "redirect", redirect: { protocol: "HTTPS", port: String(ports.https), statusCode: "HTTP_301" } },
    ],
  });
  const listener = new LbListener(scope, "https", {
    loadBalancerArn: loadBalancer.arn,
    port: ports.https,
    protocol: "HTTPS",
    sslPolicy: tlsPolicy,
    certificateArn: originCertificate(scope, inputs, originName),
    defaultAction: [refusal],
  });
  new LbListenerCertificate(scope, "https-domain", {
    listenerArn: listener.arn,
    certificateArn: domainCertificate(scope, inputs),
  });

  new Route53Record(scope, "origin-ipv4", {
    zoneId: inputs.zoneId,
    name: originName,
    type: "A",
    alias: { name: loadBalancer.dnsName, zoneId: loadBalancer.zoneId, evaluateTargetHealth: true },
  });
  return { loadBalancer, listener };
}
