import { isDeepStrictEqual } from "node:util";
import type { Attributes, ResourceChange } from "../../../terraform/plan/resource-changes";
import { blocksIn } from "../../../terraform/values/resource";
import { goesWith } from "../guards/goes-with";
import { after } from "../read/after";
import { finding, notKnown, ok, type Rule, type Severity, type Surroundings, type Verdict } from "./rule";

const wayOut = "Give the new targets a small weight first, and take the old ones off when all is well.";
const bad = (severity: Severity, why: string, attribute?: string): Verdict =>
  finding({ severity, why, wayOut, ...(attribute && { attribute }) });

/** What is removed of a load balancer while it stays, by type: what it is, how bad that is, and what it is of. */
const removed: Readonly<Record<string, readonly [what: string, severity: Severity, of: string]>> = {
  aws_autoscaling_attachment: ["The group's place behind the load balancer", "high", "autoscaling_group_name"],
  aws_lb_listener: ["A listener", "high", "load_balancer_arn"],
  aws_lb_listener_rule: ["A rule of the listener", "medium", "listener_arn"],
  aws_lb_target_group_attachment: ["A target", "medium", "target_group_arn"],
};

/** A load balancer sends everybody where its listeners say. */
export const swapsTargets: Rule = {
  id: "swaps-targets",
  about: "A load balancer sends requests elsewhere, or something stands behind it no longer.",
  severities: ["high", "medium"],
  cannotSee: "Whether the other targets are healthy.",
  wayOut,
  mayBeUnknown: true,
  types: [...Object.keys(removed), "aws_autoscaling_group", "aws_ecs_service", "aws_lb_target_group"],
  check: (change, around) => {
    const { type, fate } = change;
    if (fate === "destroy") {
      const [what, severity, of] = removed[type] ?? [];
      return what === undefined || severity === undefined || goesWith(change, of ?? "", around)
        ? ok
        : bad(severity, `${what} is removed.`);
    }
    if (type === "aws_lb_target_group")
      return fate === "replace"
        ? bad("medium", "The target group is made anew, and is empty until targets are healthy in it.")
        : ok;
    if (change.before === null || change.after === null) return ok;
    return byType[type]?.(change, around) ?? ok;
  },
};

/** Whom an action sends requests to, with weights. */
const targetsOf = (actions: unknown): unknown[] =>
  blocksIn({ actions }, "actions").map((action) => ({
    type: action.type,
    to: action.target_group_arn || null,
    groups: blocksIn(action, "forward").flatMap((forward) =>
      blocksIn(forward, "target_group").map(({ arn, weight }) => [arn, weight]),
    ),
  }));

const ofActions =
  (name: string) =>
  (change: ResourceChange, around: Surroundings): Verdict => {
    const become = after(change, [name], around);
    if (become.is === "unknown")
      return become.isFollowed
        ? bad("medium", `It sends requests to ${become.by.join(" and ")}.`, name)
        : notKnown(name, become.by);
    return isDeepStrictEqual(targetsOf(change.before?.[name]), targetsOf(change.after?.[name]))
      ? ok
      : bad("medium", "It sends requests elsewhere, or in other shares.", name);
  };

/** The groups that it stands behind no longer. */
const leaves =
  (name: string, of: (value: unknown) => unknown[]) =>
  (change: ResourceChange, around: Surroundings): Verdict => {
    const gone = of(change.before?.[name]).filter((one) => !of(change.after?.[name]).includes(one));
    const become = after(change, [name], around);
    if (gone.length === 0) return ok;
    if (become.is === "unknown" && !become.isFollowed) return notKnown(name, become.by);
    return bad("high", `It no longer gets the requests of ${gone.join(", ")}.`, name);
  };

const arns = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const groupsOf = (services: unknown): unknown[] =>
  blocksIn({ services }, "services").map(({ target_group_arn }: Attributes) => target_group_arn);

const byType: Readonly<Record<string, (change: ResourceChange, around: Surroundings) => Verdict>> = {
  aws_autoscaling_group: leaves("target_group_arns", arns),
  aws_ecs_service: leaves("load_balancer", groupsOf),
  aws_lb_listener: ofActions("default_action"),
  aws_lb_listener_rule: ofActions("action"),
};
