import { expiresDataSooner } from "../../../../tools/review/rules/expires-data-sooner";
import { keepsLogsShorter } from "../../../../tools/review/rules/keeps-logs-shorter";
import { silencesAlarms } from "../../../../tools/review/rules/silences-alarms";
import { created, destroyed, itJudges, updated } from "./plans";

const traced = "What is found out later than that cannot be traced.";

itJudges(keepsLogsShorter, {
  found: [
    [
      "a log of a month",
      [updated("aws_cloudwatch_log_group.audit", { retention_in_days: 365 }, { retention_in_days: 30 })],
      [`medium retention_in_days: Days that the log is kept: 30 days instead of 365 days. ${traced}`],
    ],
    [
      "a log that was kept for ever",
      [updated("aws_cloudwatch_log_group.audit", { retention_in_days: 0 }, { retention_in_days: 365 })],
      [`medium retention_in_days: Days that the log is kept: 365 days instead of without end. ${traced}`],
    ],
  ],
  well: [
    [
      "a log that is kept for ever from now on",
      [updated("aws_cloudwatch_log_group.audit", { retention_in_days: 30 }, { retention_in_days: 0 })],
    ],
    ["a log that is made", [created("aws_cloudwatch_log_group.job", { retention_in_days: 1 })]],
  ],
  unknown: [
    [
      "how long",
      [
        updated(
          "aws_cloudwatch_log_group.audit",
          { retention_in_days: 365 },
          {},
          { retention_in_days: ["local.days"] },
        ),
      ],
      ["not known: retention_in_days, by local.days"],
    ],
  ],
});

const forGood = "What is older by then is deleted, for good.";

const lifecycle = (...rule: object[]) => ({ bucket: "lake", rule });

const raw = (days: number, status = "Enabled") => ({ id: "raw", status, expiration: [{ days }] });

const images = (tagStatus: string, countNumber: number) =>
  JSON.stringify({ rules: [{ selection: { tagStatus, countType: "sinceImagePushed", countNumber } }] });
itJudges(expiresDataSooner, {
  found: [
    [
      "images with a tag that go after a day",
      [updated("aws_ecr_lifecycle_policy.api", { policy: images("untagged", 30) }, { policy: images("any", 1) })],
      [
        `high policy: Images are deleted 1 day after they were pushed, and were kept before, those that run included. ${forGood}`,
      ],
    ],
    [
      "objects that go sooner",
      [updated("aws_s3_bucket_lifecycle_configuration.lake", lifecycle(raw(365)), lifecycle(raw(30)))],
      [
        `high rule.0.expiration.0.days: Objects of the rule "raw" are deleted after 30 days, after 365 days before. ${forGood}`,
      ],
    ],
    [
      "a rule that was off",
      [updated("aws_s3_bucket_lifecycle_configuration.lake", lifecycle(raw(30, "Disabled")), lifecycle(raw(30)))],
      [`high rule.0.expiration.0.days: Objects of the rule "raw" are deleted after 30 days, never before. ${forGood}`],
    ],
    [
      "former versions, of a bucket that is there",
      [
        created(
          "aws_s3_bucket_lifecycle_configuration.lake",
          lifecycle({ id: "old", status: "Enabled", noncurrent_version_expiration: [{ noncurrent_days: 7 }] }),
        ),
      ],
      [
        `medium rule.0.noncurrent_version_expiration.0.noncurrent_days: Former versions of the rule "old" are deleted after 7 days, never before. ${forGood}`,
      ],
    ],
    [
      "messages",
      [updated("aws_sqs_queue.jobs", { message_retention_seconds: 1_209_600 }, { message_retention_seconds: 60 })],
      [`medium message_retention_seconds: How long messages are kept: 1 minute instead of 14 days. ${forGood}`],
    ],
    [
      "items of a table",
      [
        updated(
          "aws_dynamodb_table.carts",
          { ttl: [{ enabled: false }] },
          { ttl: [{ enabled: true, attribute_name: "until" }] },
        ),
      ],
      [`medium ttl.0.enabled: Expiry of items is turned on. ${forGood}`],
    ],
  ],
  well: [
    [
      "images without a tag, which a newer one has replaced",
      [updated("aws_ecr_lifecycle_policy.api", { policy: images("untagged", 30) }, { policy: images("untagged", 1) })],
    ],
    [
      "objects that stay longer",
      [updated("aws_s3_bucket_lifecycle_configuration.lake", lifecycle(raw(30)), lifecycle(raw(365)))],
    ],
    [
      "a bucket that is made with it",
      [
        created(
          "aws_s3_bucket_lifecycle_configuration.lake",
          { rule: [raw(30)] },
          { bucket: ["aws_s3_bucket.lake.id", "aws_s3_bucket.lake"] },
        ),
        created("aws_s3_bucket.lake", {}),
      ],
    ],
    [
      "another class of storage",
      [
        updated(
          "aws_s3_bucket_lifecycle_configuration.lake",
          lifecycle(raw(365)),
          lifecycle({ ...raw(365), transition: [{ days: 30, storage_class: "GLACIER" }] }),
        ),
      ],
    ],
  ],
  unknown: [
    [
      "after how many days",
      [updated("aws_s3_bucket_lifecycle_configuration.lake", lifecycle(raw(365)), {}, { rule: ["var.rules"] })],
      ["not known: rule, by var.rules"],
    ],
  ],
});

const customers = "What goes wrong is noticed by customers first.";

itJudges(silencesAlarms, {
  found: [
    [
      "alarms that ring later, above and below",
      [
        updated(
          "aws_cloudwatch_metric_alarm.errors",
          { threshold: 10, comparison_operator: "GreaterThanThreshold" },
          { threshold: 1000 },
        ),
        updated(
          "aws_cloudwatch_metric_alarm.space",
          { threshold: 20, comparison_operator: "LessThanThreshold" },
          { threshold: 5 },
        ),
      ],
      [
        `low threshold: It rings at 1,000 instead of 10. ${customers}`,
        `low threshold: It rings at less than 5 instead of 20. ${customers}`,
      ],
    ],
    [
      "an alarm that tells nobody",
      [
        updated(
          "aws_cloudwatch_metric_alarm.errors",
          { alarm_actions: ["arn:topic"], actions_enabled: true },
          { alarm_actions: [] },
        ),
      ],
      [`medium alarm_actions: It tells nobody any more. ${customers}`],
    ],
    [
      "an alarm whose actions are off",
      [updated("aws_cloudwatch_composite_alarm.all", { actions_enabled: true }, { actions_enabled: false })],
      [`medium actions_enabled: Telling anybody is turned off. ${customers}`],
    ],
    [
      "an alarm that is gone",
      [destroyed("aws_cloudwatch_metric_alarm.errors", { arn: "arn:alarm" })],
      [`medium: An alarm is removed. ${customers}`],
    ],
    [
      "somebody who is told no longer",
      [destroyed("aws_sns_topic_subscription.on_call", { topic_arn: "arn:topic", arn: "arn:topic:1" })],
      [`medium: Somebody whom a topic tells is removed. ${customers}`],
    ],
    [
      "a rule that is off",
      [updated("aws_cloudwatch_event_rule.nightly", { state: "ENABLED" }, { state: "DISABLED" })],
      [`medium state: The rule is turned off. What it starts happens no longer, and whoever it tells hears nothing.`],
    ],
  ],
  well: [
    [
      "an alarm that rings sooner",
      [
        updated(
          "aws_cloudwatch_metric_alarm.errors",
          { threshold: 10, comparison_operator: "GreaterThanThreshold" },
          { threshold: 5 },
        ),
      ],
    ],
    [
      "an alarm that tells the same",
      [updated("aws_cloudwatch_metric_alarm.errors", { alarm_actions: ["arn:topic"] }, { threshold: 5 })],
    ],
    [
      "one that tells somebody else",
      [
        updated(
          "aws_cloudwatch_metric_alarm.errors",
          { alarm_actions: ["arn:topic"] },
          { alarm_actions: ["arn:other"] },
        ),
      ],
    ],
  ],
  unknown: [
    [
      "whom it tells",
      [
        updated(
          "aws_cloudwatch_metric_alarm.errors",
          { alarm_actions: ["arn:topic"] },
          {},
          { alarm_actions: ["var.topics"] },
        ),
      ],
      ["not known: alarm_actions, by var.topics"],
    ],
  ],
});
