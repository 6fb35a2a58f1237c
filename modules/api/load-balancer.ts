import { Lb } from "@cdktf/provider-aws/lib/lb";
import { Op } from "cdktf";
import type { Construct } from "constructs";
import { beside } from "../blocks/compute/beside";
import { nameOfService } from "../blocks/compute/contract";
import type { Inputs } from "../core/contract";
import { not } from "../core/late";
import type { apiContract } from "./contract";
import { otherKindIsFree, tagsOf } from "./other-kind";

/**
 * The internal load balancer: it speaks TLS, with a name in the private zone.
 *
 * Before a function it is an application load balancer: a network one calls no function, and one of each, the one behind
 * the other, would cost twice and hide the function's health from the first. Each kind has a name and an id of its own, so that
 * the one stands before the other goes.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html
 *
 * The one logs every request, the other every TLS connection.
 */
export function apiLoadBalancer(scope: Construct, inputs: Inputs<typeof apiContract>): Lb {
  const service = nameOfService(inputs.namePrefix, "api");
  const shared = {
    internal: true,
    subnets: inputs.appSubnetIds,
    securityGroups: [inputs.apiEntranceGroupId],
    enableDeletionProtection: Op.and(inputs.deletionProtection, not(inputs.ephemeral)),
    accessLogs: { bucket: inputs.accessLogBucketName, enabled: true },
  };
  const its = (name: string, other: string) => ({
    ...shared,
    name,
    tags: tagsOf(name, inputs),
    lifecycle: { ...beside, precondition: [otherKindIsFree(scope, other)] },
  });
  return inputs.compute === "lambda"
    ? new Lb(scope, "load-balancer-lambda", {
        ...its(`${service}-lambda`, service),
        loadBalancerType: "application",
        dropInvalidHeaderFields: true,
        desyncMitigationMode: inputs.desyncMitigationMode,
      })
    : new Lb(scope, "load-balancer", {
        ...its(service, `${service}-lambda`),
        loadBalancerType: "network",
        enableCrossZoneLoadBalancing: true,
      });
}
