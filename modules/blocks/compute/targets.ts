import { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import { Fn } from "cdktf";
import type { Construct } from "constructs";
import { ports } from "../../network/contract";
import { beside } from "./beside";
import { type ComputeInputs, suffixOf } from "./contract";

interface TargetGroupOptions extends Pick<ComputeInputs, "compute" | "deregistrationDelaySeconds" | "livenessPath"> {
  readonly name: string;
  readonly vpcId: string;
  /** What the load balancer speaks to what serves, unless it calls a function. */
  readonly protocol: "HTTPS" | "TLS";
}

/** How a load balancer finds what serves, and when it takes one for healthy. */
export function targetGroup(
  scope: Construct,
  id: string,
  { compute, name, vpcId, protocol, deregistrationDelaySeconds, livenessPath }: TargetGroupOptions,
): LbTargetGroup {
  const health = { path: livenessPath, matcher: "200" };
  const its = { id: `${id}${suffixOf(compute)}`, name: `${name}${suffixOf(compute)}` };
  if (compute === "lambda")
    return new LbTargetGroup(scope, its.id, {
      name: its.name,
      lifecycle: beside,
      targetType: "lambda",
      healthCheck: { enabled: true, ...health, interval: 35, timeout: 30, healthyThreshold: 2 },
    });
  return new LbTargetGroup(scope, its.id, {
    name: its.name,
    ...(compute === "ecs" ? { targetType: "ip" } : {}), // a task has an address of its own
    lifecycle: beside,
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
