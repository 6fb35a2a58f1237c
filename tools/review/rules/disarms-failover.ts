import type { Attributes, ResourceChange } from "../../../terraform/plan/resource-changes";
import { blocksIn, numberIn } from "../../../terraform/values/resource";
import { also } from "../guards/also";
import { type Guard, given, off, on, ranked } from "../guards/guard";
import { weakening } from "../guards/weakening";
import { after } from "../read/after";
import { block } from "../read/pairs";
import { finding, notKnown, ok, type Rule, type Surroundings, type Verdict } from "./rule";

const suspended: Guard = {
  path: ["suspended_processes"],
  worth: (processes) => Number(!Array.isArray(processes) || !processes.some((one) => healing.includes(one))),
  enough: 0,
  changed: () => "What heals the group is suspended.",
  made: () => "What heals the group is suspended.",
};
const healing: readonly unknown[] = ["Launch", "Terminate", "HealthCheck", "ReplaceUnhealthy", "AZRebalance"];

/** Whether an alias of a record looks at the health of what it leads to. */
const evaluated: Guard = {
  ...on(["alias", 0, "evaluate_target_health"], "Looking at the health of the target"),
  enough: 0,
};

/** What nobody looks at does not fail over. */
const disarmed = weakening({
  id: "disarms-failover",
  about: "A health check, a failover or the healing of a group is turned off or removed.",
  cannotSee:
    "Whether a check that stays looks at the right thing, and how long checks take but for those of target groups.",
  guards: {
    aws_autoscaling_group: [
      { ...ranked(["health_check_type"], "The health check", ["EC2", "ELB"]), enough: 0 },
      suspended,
    ],
    aws_ecs_service: [
      { ...on(["deployment_circuit_breaker", 0, "enable"], "Stopping a deployment that fails"), enough: 0 },
    ],
    aws_elb: [{ ...on(["cross_zone_load_balancing"], "Balancing over zones", { unsaid: true }), enough: 0 }],
    aws_lb_target_group: [{ ...on(["health_check", 0, "enabled"], "The health check", { unsaid: true }), enough: 0 }],
    aws_route53_health_check: [
      { ...off(["disabled"], "The check's rest, in which it counts as healthy,"), enough: 0 },
      { ...off(["invert_healthcheck"], "Inverting the check"), enough: 0 },
    ],
    aws_route53_record: [
      { ...given(["health_check_id"], "The health check of the record"), enough: 0 },
      evaluated,
      {
        ...given(["failover_routing_policy"], "The failover of the record"),
        worth: (policies) => blocksIn({ policies }, "policies").length,
        enough: 0,
      },
    ],
  },
  apart: {
    aws_globalaccelerator_endpoint_group: { what: "A group of endpoints", of: "listener_arn" },
    aws_route53_health_check: { what: "A health check" },
    aws_route53recoverycontrolconfig_routing_control: { what: "A switch of traffic" },
  },
  weaker: "high",
  means: "What fails stays in use until somebody notices.",
  wayOut: "Leave the check on; where it errs, mend what it looks at.",
});

/** How long a target fails before the load balancer leaves it out. */
const seconds = (values: Attributes | null): number => {
  const check = block(values, "health_check");
  return (numberIn(check, "interval") ?? 0) * (numberIn(check, "unhealthy_threshold") ?? 0);
};

function noticesLater(change: ResourceChange, around: Surroundings): Verdict {
  if (change.before === null || change.after === null) return ok;
  for (const name of ["interval", "unhealthy_threshold"]) {
    const become = after(change, ["health_check", 0, name], around);
    if (become.is === "unknown") return notKnown(`health_check.0.${name}`, become.by);
  }
  const [was, is] = [seconds(change.before), seconds(change.after)];
  if (was === 0 || is <= was) return ok;
  return finding({
    severity: "medium",
    attribute: "health_check",
    why: `A target that fails gets requests for ${is} seconds instead of ${was}.`,
    wayOut: "Leave interval and unhealthy_threshold as they are, or mend what makes a healthy target fail the check.",
  });
}

export const disarmsFailover: Rule = also(
  disarmed,
  { aws_lb_target_group: (change, around) => [noticesLater(change, around)] },
  ["medium"],
);
