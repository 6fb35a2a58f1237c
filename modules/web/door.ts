import { Lb } from "@cdktf/provider-aws/lib/lb";
import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import { LbListenerCertificate } from "@cdktf/provider-aws/lib/lb-listener-certificate";
import type { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import type { Construct } from "constructs";
import type { Inputs } from "../core/contract";
import { not } from "../core/late";
import { tlsPolicy } from "../fleet/tls-policy";
import { ports } from "../network/contract";
import { domainCertificate, originCertificate } from "./certificates";
import type { webContract } from "./contract";

/** The way in: an internet-facing load balancer over IPv4 and IPv6 that answers HTTP with a redirect to HTTPS. */
export function door(
  scope: Construct,
  inputs: Inputs<typeof webContract>,
  originName: string,
  targets: LbTargetGroup,
): Lb {
  const loadBalancer = new Lb(scope, "load-balancer", {
    name: `${inputs.namePrefix}-web`,
    loadBalancerType: "application",
    internal: false,
    ipAddressType: "dualstack",
    subnets: inputs.publicSubnetIds,
    securityGroups: [inputs.entranceGroupId],
    dropInvalidHeaderFields: true,
    desyncMitigationMode: "strictest",
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
  const https = new LbListener(scope, "https", {
    loadBalancerArn: loadBalancer.arn,
    port: ports.https,
    protocol: "HTTPS",
    sslPolicy: tlsPolicy,
    certificateArn: originCertificate(scope, inputs, originName),
    defaultAction: [{ type: "forward", targetGroupArn: targets.arn }],
  });
  new LbListenerCertificate(scope, "https-domain", {
    listenerArn: https.arn,
    certificateArn: domainCertificate(scope, inputs),
  });

  for (const [id, type] of [
    ["origin-ipv4", "A"],
    ["origin-ipv6", "AAAA"],
  ] as const) {
    new Route53Record(scope, id, {
      zoneId: inputs.zoneId,
      name: originName,
      type,
      alias: { name: loadBalancer.dnsName, zoneId: loadBalancer.zoneId, evaluateTargetHealth: true },
    });
  }
  return loadBalancer;
}
