import { isDeepStrictEqual } from "node:util";
import type { Attributes, ResourceChange } from "../../../terraform/plan/resource-changes";
import { numberIn } from "../../../terraform/values/resource";
import { goesWith } from "../guards/goes-with";
import { after } from "../read/after";
import { block, lookAt, pairs } from "../read/pairs";
import { longestGap } from "../read/schedule";
import { finding, notKnown, ok, type Rule, type Surroundings, type Verdict } from "./rule";

const wayOut =
  "Back up as often as the objective for lost data (RPO) asks, or lower the objective with those who set it.";
const bad = (why: string, attribute?: string): Verdict =>
  finding({
    severity: "high",
    why: `${why} A loss takes more data along: the RPO gets longer.`,
    wayOut,
    ...(attribute && { attribute }),
  });

/** What is lost with a resource is what was written since its last backup. */
export const backsUpLessOften: Rule = {
  id: "backs-up-less-often",
  about: "Backups are taken less often, or no longer, or of less than before.",
  severities: ["high"],
  cannotSee:
    "Schedules that name months, last days or the nth weekday, and what selection by tags leaves out when a tag goes.",
  wayOut,
  mayBeUnknown: true,
  types: ["aws_backup_plan", "aws_backup_selection", "aws_dlm_lifecycle_policy"],
  check: (change, around) => {
    const { type, fate } = change;
    if (fate === "destroy") {
      const isWhole = type === "aws_backup_selection" && goesWith(change, "plan_id", around);
      return isWhole ? ok : bad(removed[type] ?? "");
    }
    if (change.before === null || change.after === null) return ok;
    return byType[type]?.(change, around) ?? ok;
  },
};

const removed: Readonly<Record<string, string>> = {
  aws_backup_plan: "The backup plan is removed.",
  aws_backup_selection: "What the plan backs up is no longer selected.",
  aws_dlm_lifecycle_policy: "The policy that takes snapshots is removed.",
};

const ofPlan = (change: ResourceChange, around: Surroundings): Verdict[] =>
  lookAt(
    change,
    {
      name: "rule",
      keyOf: ({ rule_name }) => rule_name,
      each: (rule) => {
        if (!rule.before) return ok;
        if (!rule.after) return bad(`The backup rule "${rule.key}" is removed.`, "rule");
        const path = ["rule", rule.index, "schedule"];
        const become = after(change, path, around);
        if (become.is === "unknown") return notKnown(path.join("."), become.by);
        const [was, is] = [rule.before.schedule, rule.after.schedule];
        if (was === is) return ok;
        const [before, now] = [longestGap(was), longestGap(is)];
        if (before === undefined || now === undefined) return notKnown(path.join("."), []);
        return now <= before
          ? ok
          : bad(`"${rule.key}" runs ${every(now)} instead of ${every(before)}.`, path.join("."));
      },
    },
    around,
  );

function ofSelection(change: ResourceChange, around: Surroundings): Verdict {
  const become = after(change, ["resources"], around);
  const was = change.before?.resources;
  if (!Array.isArray(was) || was.length === 0) return ok;
  if (become.is === "unknown") return notKnown("resources", become.by);
  const is = become.is === "known" && Array.isArray(become.value) ? become.value : [];
  const gone = was.filter((one) => !is.includes(one) && !is.includes("*"));
  return gone.length === 0 ? ok : bad(`No longer backed up: ${gone.join(", ")}.`, "resources");
}

function ofLifecycle(change: ResourceChange, around: Surroundings): Verdict[] {
  const state = after(change, ["state"], around);
  if (change.before?.state !== "DISABLED" && state.is === "known" && state.value === "DISABLED")
    return [bad("The policy that takes snapshots is disabled.", "state")];
  const details = { before: block(change.before, "policy_details"), after: block(change.after, "policy_details") };
  return pairs(details, "schedule", ({ name }) => name).map(({ key, before, after: become }) => {
    if (!before) return ok;
    if (!become) return bad(`The schedule "${key}" of snapshots is removed.`, "policy_details");
    const [was, is] = [gapOf(before), gapOf(become)];
    if (was === undefined || is === undefined)
      return isDeepStrictEqual(before.create_rule, become.create_rule) ? ok : notKnown("policy_details.0.schedule", []);
    return is <= was ? ok : bad(`"${key}" takes snapshots ${every(is)} instead of ${every(was)}.`, "policy_details");
  });
}

/** Snapshots are taken every so many hours, or by a schedule. */
const gapOf = (schedule: Attributes): number | undefined => {
  const rule = block(schedule, "create_rule");
  return numberIn(rule, "interval") || longestGap(rule.cron_expression);
};

const every = (gap: number): string => {
  if (gap < 1) return `every ${Math.round(gap * 60)} minutes`;
  return gap === 1 ? "every hour" : `every ${Math.round(gap * 10) / 10} hours`;
};

const byType: Readonly<Record<string, (change: ResourceChange, around: Surroundings) => Verdict | Verdict[]>> = {
  aws_backup_plan: ofPlan,
  aws_backup_selection: ofSelection,
  aws_dlm_lifecycle_policy: ofLifecycle,
};
