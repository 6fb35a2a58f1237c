import { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import { Fn } from "cdktf";
import type { Construct } from "constructs";
import { healthPath } from "../../dns/contract";
import { ports } from "../../network/contract";
import type { ComputeInputs } from "./contract";

const health = { path: healthPath, matcher: "200" };

interface TargetGroupOptions extends Pick<ComputeInputs, "compute" | "deregistrationDelaySeconds"> {
  readonly name: string;
  readonly vpcId: string;
  /** What the load balancer speaks to what serves, unless it calls a function. */
  readonly protocol: "HTTPS" | "TLS";
}

/** How a load balancer finds what serves, and when it takes one for healthy. */
export function targetGroup(
  scope: Construct,
  id: string,
  { compute, name, vpcId, protocol, deregistrationDelaySeconds }: TargetGroupOptions,
): LbTargetGroup {
  // A change of what serves makes a new group, which must stand before the listener lets go of the old one.
  const lifecycle = { createBeforeDestroy: true };
  if (compute === "lambda")
    return new LbTargetGroup(scope, id, {
      name: `${name}-lambda`,
      lifecycle,
      targetType: "lambda",
      healthCheck: { enabled: true, ...health, interval: 35, timeout: 30, healthyThreshold: 2 },
    });
  return new LbTargetGroup(scope, id, {
    ...(compute === "ecs" ? { name: `${name}-ecs`, targetType: "ip" } : { name }), // a task has an address of its own
    lifecycle,
    vpcId,
    protocol,
    port: ports.service,
    ...(protocol === "HTTPS"
      ? {
          loadBalancingAlgorithmType: "least_outstanding_requests",
          stickiness: { type: "lb_cookie", enabled: false },
        }
      : {}),
    deregistrationDelay: Fn.tostring(deregistrationDelaySeconds),
    healthCheck: { protocol: "HTTPS", ...health, interval: 10, healthyThreshold: 2 },
  });
}
