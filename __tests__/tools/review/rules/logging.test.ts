import { expiresDataSooner } from "../../../../tools/review/rules/expires-data-sooner";
import { keepsLogsShorter } from "../../../../tools/review/rules/keeps-logs-shorter";
import { silencesAlarms } from "../../../../tools/review/rules/silences-alarms";
import { stopsAudit } from "../../../../tools/review/rules/stops-audit";
import { stopsLogs } from "../../../../tools/review/rules/stops-logs";
import { created, destroyed, destroyedWhole, itJudges, updated } from "./plans";

const nobodySees = "What happens from then on, nobody sees.";
itJudges(stopsAudit, {
  found: [
    [
      "a trail that is turned off",
      [updated("aws_cloudtrail.all", { enable_logging: true }, { enable_logging: false })],
      [`high enable_logging: The trail is turned off. ${nobodySees}`],
    ],
    [
      "a trail of one region",
      [
        updated(
          "aws_cloudtrail.all",
          { is_multi_region_trail: true, enable_logging: true },
          { is_multi_region_trail: false },
        ),
      ],
      [`high is_multi_region_trail: Recording of every region is turned off. ${nobodySees}`],
    ],
    [
      "a trail of what is written only",
      [
        updated(
          "aws_cloudtrail.all",
          { enable_logging: true, event_selector: [] },
          { event_selector: [{ include_management_events: true, read_write_type: "WriteOnly" }] },
        ),
      ],
      [`high event_selector: The trail records a part of what is done only. ${nobodySees}`],
    ],
    [
      "a recorder of fewer types",
      [
        updated(
          "aws_config_configuration_recorder.all",
          { recording_group: [{ all_supported: true }] },
          { recording_group: [{ all_supported: false, resource_types: ["AWS::S3::Bucket"] }] },
        ),
      ],
      [`high recording_group.0: Config records fewer types of resources. ${nobodySees}`],
    ],
    [
      "a detector that is gone",
      [destroyed("aws_guardduty_detector.here", { id: "d-1", arn: "arn:d" })],
      [`high: The detector of threats is removed. ${nobodySees}`],
    ],
    [
      "a detector that is made and off",
      [created("aws_guardduty_detector.here", { enable: false })],
      [`medium enable: The detector is off. ${nobodySees}`],
    ],
  ],
  well: [
    [
      "a trail that stays",
      [
        updated(
          "aws_cloudtrail.all",
          { enable_logging: true, is_multi_region_trail: true },
          { enable_log_file_validation: true },
        ),
      ],
    ],
    [
      "a protection that goes with its detector, which is said",
      [
        destroyedWhole("aws_rds_cluster.x", "d-1"),
        destroyed("aws_guardduty_detector_feature.s3", { detector_id: "d-1" }),
      ],
    ],
  ],
  unknown: [
    [
      "whether it records",
      [
        updated(
          "aws_config_configuration_recorder_status.here",
          { is_enabled: true },
          {},
          { is_enabled: ["var.record"] },
        ),
      ],
      ["not known: is_enabled, by var.record"],
    ],
  ],
});

const foundOut = "What happened cannot be found out later.";
itJudges(stopsLogs, {
  found: [
    [
      "logs of a cluster",
      [
        updated(
          "aws_eks_cluster.main",
          { enabled_cluster_log_types: ["api", "audit"] },
          { enabled_cluster_log_types: ["api"] },
        ),
      ],
      [`high enabled_cluster_log_types: No longer logged: audit. ${foundOut}`],
    ],
    [
      "the access log of a load balancer",
      [updated("aws_lb.web", { access_logs: [{ enabled: true, bucket: "logs" }] }, { access_logs: [] })],
      [`high access_logs.0.enabled: The access log is turned off. ${foundOut}`],
    ],
    [
      "the log of a distribution",
      [updated("aws_cloudfront_distribution.site", { logging_config: [{ bucket: "logs" }] }, { logging_config: [] })],
      [`high logging_config: The log is removed. ${foundOut}`],
    ],
    [
      "the flow log of a network",
      [destroyed("aws_flow_log.all", { vpc_id: "vpc-1" })],
      [`high: The flow log is removed. ${foundOut}`],
    ],
  ],
  well: [
    [
      "one kind of log more",
      [
        updated(
          "aws_rds_cluster.orders",
          { enabled_cloudwatch_logs_exports: [] },
          { enabled_cloudwatch_logs_exports: ["postgresql"] },
        ),
      ],
    ],
    [
      "a flow log that goes with its network",
      [destroyed("aws_flow_log.all", { vpc_id: "vpc-1" }), destroyedWhole("aws_lb.x", "vpc-1")],
    ],
    [
      "another place for the log",
      [
        updated(
          "aws_lb.web",
          { access_logs: [{ enabled: true, bucket: "logs" }] },
          { access_logs: [{ enabled: true, bucket: "other" }] },
        ),
      ],
    ],
  ],
  unknown: [
    [
      "what is logged",
      [
        updated(
          "aws_eks_cluster.main",
          { enabled_cluster_log_types: ["audit"] },
          {},
          { enabled_cluster_log_types: ["local.logs"] },
        ),
      ],
      ["not known: enabled_cluster_log_types, by local.logs"],
    ],
  ],
});

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
itJudges(expiresDataSooner, {
  found: [
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
      [
        `medium message_retention_seconds: Seconds that messages are kept: 60 seconds instead of 1209600 seconds. ${forGood}`,
      ],
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
      [`medium state: The rule is turned off. ${customers}`],
    ],
  ],
  well: [
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
