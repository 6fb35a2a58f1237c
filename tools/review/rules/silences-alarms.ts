import type { Path } from "../../../terraform/plan/decided";
import type { ResourceChange } from "../../../terraform/plan/resource-changes";
import { also } from "../guards/also";
import { type Guard, given, on, ranked } from "../guards/guard";
import { weakening } from "../guards/weakening";
import { after } from "../read/after";
import { finding, notKnown, ok, type Rule, type Surroundings, type Verdict } from "./rule";

const actions = (...path: Path): Guard => ({
  ...given(path, "Everybody whom it tells"),
  worth: (value) => (Array.isArray(value) ? value.length : 0),
  enough: 0,
  changed: (before, after) =>
    Array.isArray(after) && after.length > 0
      ? `It tells ${after.length} instead of ${Array.isArray(before) ? before.length : 0}.`
      : "It tells nobody any more.",
});
const enabled: Guard = { ...on(["actions_enabled"], "Telling anybody", { unsaid: true }), enough: 0 };

const starts = "What it starts happens no longer, and whoever it tells hears nothing.";
const means = "What goes wrong is noticed by customers first.";

/** An alarm that reaches nobody is none. */
const silenced = weakening({
  id: "silences-alarms",
  about: "An alarm, a notification or a schedule is turned off or removed, or reaches fewer.",
  cannotSee: "Whether a threshold fits, and whether those whom it tells read it.",
  guards: {
    aws_backup_vault_notifications: [actions("backup_vault_events")],
    aws_cloudwatch_composite_alarm: [enabled, actions("alarm_actions")],
    aws_cloudwatch_event_rule: [
      {
        ...ranked(["state"], "The rule", ["DISABLED"]),
        worth: (state) => Number(state !== "DISABLED"),
        enough: 0,
        changed: () => "The rule is turned off.",
        means: starts,
        wayOut: "Leave it on, or remove it with what it starts.",
      },
    ],
    aws_cloudwatch_metric_alarm: [
      enabled,
      actions("alarm_actions"),
      {
        ...ranked(["treat_missing_data"], "Missing data", []),
        worth: (value) => (value === "breaching" ? 1 : 0),
        changed: () => "It is well when no data comes.",
        severity: "medium",
        enough: 0,
      },
    ],
    aws_db_event_subscription: [{ ...on(["enabled"], "The subscription", { unsaid: true }), enough: 0 }],
    aws_scheduler_schedule: [
      {
        ...ranked(["state"], "The schedule", ["DISABLED", "ENABLED"]),
        enough: 0,
        changed: () => "The schedule is turned off.",
        means: starts,
        wayOut: "Leave it on, or remove it with what it starts.",
      },
    ],
  },
  apart: {
    aws_backup_vault_notifications: { what: "The notification of failed backups", of: "backup_vault_name" },
    aws_budgets_budget: { what: "A budget" },
    aws_ce_anomaly_subscription: { what: "The notification of unusual costs" },
    aws_cloudwatch_composite_alarm: { what: "An alarm" },
    aws_cloudwatch_event_rule: { what: "A rule that reacts to events" },
    aws_cloudwatch_event_target: { what: "What a rule calls", of: "rule" },
    aws_cloudwatch_metric_alarm: { what: "An alarm" },
    aws_db_event_subscription: { what: "The notification of events of the database" },
    aws_sns_topic_subscription: { what: "Somebody whom a topic tells", of: "topic_arn" },
    aws_ssmincidents_response_plan: { what: "A plan for incidents" },
  },
  weaker: "medium",
  means,
  wayOut: "Leave it on; one that errs is mended by its threshold.",
});

/** An alarm that rings at more than before, or at less where less is what it warns of. */
function ringsLater(change: ResourceChange, around: Surroundings): Verdict {
  const was = change.before?.threshold;
  const become = after(change, ["threshold"], around);
  if (typeof was !== "number" || become.is === "left to AWS") return ok;
  if (become.is === "unknown") return notKnown("threshold", become.by);
  const [is, operator] = [become.value, `${change.after?.comparison_operator}`];
  const isLess = operator.startsWith("Less");
  if (typeof is !== "number" || (isLess ? is >= was : is <= was)) return ok;
  return finding({
    severity: "low",
    attribute: "threshold",
    why: `It rings at ${isLess ? "less than " : ""}${is.toLocaleString("en")} instead of ${was.toLocaleString("en")}. ${means}`,
    wayOut: "See by its metric how often it would have rung, and leave it where it would have rung in time.",
  });
}

export const silencesAlarms: Rule = also(
  silenced,
  { aws_cloudwatch_metric_alarm: (change, around) => [ringsLater(change, around)] },
  ["low"],
);
