import type { Lb } from "@cdktf/provider-aws/lib/lb";
import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import type { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { beside } from "../blocks/compute/beside";
import { suffixOf } from "../blocks/compute/contract";
import type { Inputs } from "../core/contract";
import type { Home } from "../core/home";
import { ports, tlsPolicy } from "../network/contract";
import { serviceCertificate } from "./certificate";
import { type apiContract, apiHostName } from "./contract";

interface WayInOptions {
  readonly home: Home;
  readonly loadBalancer: Lb;
  readonly targets: LbTargetGroup;
}

/** Ports that no security group lets anybody in by, one for each that a network load balancer leads to. */
const readyAt = { ec2: 8441, ecs: 8442 } as const;

/**
 * The service's name, and the listener that leads from it to what serves.
 *
 * `ready` makes the target group one of the load balancer, which asks its targets for their health from then on; `lead` leads
 * callers there, once something serves. A function needs no `ready`: what is before it leads to nothing else.
 */
export function wayIn(
  scope: Construct,
  inputs: Inputs<typeof apiContract>,
  { home, loadBalancer, targets }: WayInOptions,
): { readonly ready: ITerraformDependable; readonly lead: (serving: ITerraformDependable) => void; hostName: string } {
  const { compute } = inputs;
  const hostName = apiHostName(inputs.privateZoneName);
  const listens = {
    loadBalancerArn: loadBalancer.arn,
    protocol: compute === "lambda" ? "HTTPS" : "TLS",
    sslPolicy: tlsPolicy,
    certificateArn: serviceCertificate(scope, inputs, { domainName: hostName, home }),
    defaultAction: [{ type: "forward", targetGroupArn: targets.arn }],
    lifecycle: beside,
  };
  return {
    ready:
      compute === "lambda"
        ? loadBalancer
        : new LbListener(scope, `ready${suffixOf(compute)}`, { ...listens, port: readyAt[compute] }),
    lead: (serving) => {
      const id = compute === "lambda" ? "tls-lambda" : "tls";
      const listener = new LbListener(scope, id, { ...listens, port: ports.https, dependsOn: [serving] });
      new Route53Record(scope, "name", {
        zoneId: inputs.privateZoneId,
        name: hostName,
        type: "A",
        alias: { name: loadBalancer.dnsName, zoneId: loadBalancer.zoneId, evaluateTargetHealth: true },
        dependsOn: [listener],
      });
    },
    hostName,
  };
}
