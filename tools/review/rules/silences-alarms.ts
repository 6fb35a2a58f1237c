import type { Path } from "../../../terraform/plan/decided";
import { type Guard, given, on, ranked } from "../guards/guard";
import { weakening } from "../guards/weakening";

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

/** An alarm that reaches nobody is none. */
export const silencesAlarms = weakening({
  id: "silences-alarms",
  about: "An alarm, a notification or a schedule is turned off or removed, or reaches fewer.",
  cannotSee: "Thresholds, and whether those whom it tells read it.",
  guards: {
    aws_backup_vault_notifications: [actions("backup_vault_events")],
    aws_cloudwatch_composite_alarm: [enabled, actions("alarm_actions")],
    aws_cloudwatch_event_rule: [
      {
        ...ranked(["state"], "The rule", ["DISABLED"]),
        worth: (state) => Number(state !== "DISABLED"),
        enough: 0,
        changed: () => "The rule is turned off.",
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
    aws_scheduler_schedule: [{ ...ranked(["state"], "The schedule", ["DISABLED", "ENABLED"]), enough: 0 }],
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
  means: "What goes wrong is noticed by customers first.",
  wayOut: "Leave it on; one that errs is mended by its threshold.",
});
