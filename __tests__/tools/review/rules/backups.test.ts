import { longestGap } from "../../../../tools/review/read/schedule";
import { backsUpLessOften } from "../../../../tools/review/rules/backs-up-less-often";
import { shortensBackups } from "../../../../tools/review/rules/shortens-backups";
import { turnsOffPointInTimeRecovery } from "../../../../tools/review/rules/turns-off-point-in-time-recovery";
import { turnsOffVersioning } from "../../../../tools/review/rules/turns-off-versioning";
import { weakensLock } from "../../../../tools/review/rules/weakens-lock";
import { created, destroyed, destroyedWhole, itJudges, updated } from "./plans";

it.each([
  ["rate(12 hours)", 12],
  ["rate(1 day)", 24],
  ["cron(0 0/1 * * ? *)", 1],
  ["cron(0 0/6 * * ? *)", 6],
  ["cron(30 2 * * ? *)", 24],
  ["cron(0 2,8 * * ? *)", 18],
  ["cron(0/30 * * * ? *)", 0.5],
  ["cron(0 5 ? * MON-FRI *)", 72],
  ["cron(0 5 ? * SUN *)", 168],
  ["cron(0 5 1,15 * ? *)", 17 * 24],
  ["cron(0 5 L * ? *)", undefined],
  ["cron(0 5 ? 1/3 MON#1 *)", undefined],
  ["every day", undefined],
])("a schedule of %s leaves %s hours at the most", (schedule, hours) => {
  expect(longestGap(schedule)).toBe(hours);
});

const vault = "arn:aws:backup:eu-central-1:111122223333:backup-vault:copies";
const rule = (more: Record<string, unknown> = {}) => ({
  rule_name: "hourly",
  schedule: "cron(0 0/1 * * ? *)",
  lifecycle: [{ delete_after: 35 }],
  copy_action: [{ destination_vault_arn: vault, lifecycle: [{ delete_after: 90 }] }],
  ...more,
});
const plan = "module.backup.aws_backup_plan.main";
const later = "Damage that is noticed later cannot be undone.";

itJudges(shortensBackups, {
  found: [
    [
      "a database that is backed up no longer",
      [updated("aws_db_instance.wiki", { backup_retention_period: 14 }, { backup_retention_period: 0 })],
      [`high backup_retention_period: Days that backups are kept: 0 days instead of 14 days. ${later}`],
    ],
    [
      "a warehouse whose snapshots go after a day",
      [
        updated(
          "aws_redshift_cluster.sales",
          { automated_snapshot_retention_period: 35 },
          { automated_snapshot_retention_period: 1 },
        ),
      ],
      [`high automated_snapshot_retention_period: Days that backups are kept: 1 day instead of 35 days. ${later}`],
    ],
    [
      "a database that is made without backups",
      [created("aws_db_instance.wiki", { backup_retention_period: 0 })],
      [`low backup_retention_period: Days that backups are kept: 0 days. ${later}`],
    ],
    [
      "backups in a vault that go sooner",
      [updated(plan, { rule: [rule()] }, { rule: [rule({ lifecycle: [{ delete_after: 3 }] })] })],
      [`high rule: Backups of "hourly" are kept 3 days instead of 35 days. ${later}`],
    ],
    [
      "copies that go sooner",
      [
        updated(
          plan,
          { rule: [rule()] },
          { rule: [rule({ copy_action: [{ destination_vault_arn: vault, lifecycle: [{ delete_after: 7 }] }] })] },
        ),
      ],
      [`high rule: Copies of "hourly" in ${vault} are kept 7 days instead of 90 days. ${later}`],
    ],
    [
      "backups that were kept for ever",
      [updated(plan, { rule: [rule({ lifecycle: [] })] }, { rule: [rule()] })],
      [`high rule: Backups of "hourly" are kept 35 days instead of for ever. ${later}`],
    ],
  ],
  well: [
    [
      "backups that are kept longer",
      [updated("aws_rds_cluster.orders", { backup_retention_period: 7 }, { backup_retention_period: 35 })],
    ],
    [
      "a vault's rule that only another one joins",
      [updated(plan, { rule: [rule()] }, { rule: [rule({ rule_name: "daily" }), rule()] })],
    ],
    [
      "a cache that never had any",
      [created("aws_elasticache_replication_group.sessions", { snapshot_retention_limit: 0 })],
    ],
  ],
  unknown: [
    [
      "how long they are kept",
      [
        updated(
          "aws_rds_cluster.orders",
          { backup_retention_period: 14 },
          {},
          { backup_retention_period: ["module.policy.days", "module.policy"] },
        ),
      ],
      ["not known: backup_retention_period, by module.policy.days"],
    ],
  ],
});

const longer = "A loss takes more data along: the RPO gets longer.";
itJudges(backsUpLessOften, {
  found: [
    [
      "backups every six hours instead of every hour",
      [updated(plan, { rule: [rule()] }, { rule: [rule({ schedule: "cron(0 0/6 * * ? *)" })] })],
      [`high rule.0.schedule: "hourly" runs every 6 hours instead of every hour. ${longer}`],
    ],
    [
      "a rule that is gone",
      [updated(plan, { rule: [rule(), rule({ rule_name: "daily" })] }, { rule: [rule({ rule_name: "daily" })] })],
      [`high rule: The backup rule "hourly" is removed. ${longer}`],
    ],
    [
      "a database that is no longer selected",
      [updated("aws_backup_selection.all", { resources: ["arn:a", "arn:b"] }, { resources: ["arn:a"] })],
      [`high resources: No longer backed up: arn:b. ${longer}`],
    ],
    [
      "a selection that is gone",
      [destroyed("aws_backup_selection.all", { plan_id: "p-1", resources: ["arn:a"] })],
      [`high: What the plan backs up is no longer selected. ${longer}`],
    ],
    [
      "snapshots of volumes that are taken once a day",
      [
        updated(
          "aws_dlm_lifecycle_policy.volumes",
          {
            state: "ENABLED",
            policy_details: [{ schedule: [{ name: "often", create_rule: [{ interval: 2, interval_unit: "HOURS" }] }] }],
          },
          {
            policy_details: [
              { schedule: [{ name: "often", create_rule: [{ interval: 24, interval_unit: "HOURS" }] }] },
            ],
          },
        ),
      ],
      [`high policy_details: "often" takes snapshots every 24 hours instead of every 2 hours. ${longer}`],
    ],
    [
      "snapshots of volumes that are stopped",
      [updated("aws_dlm_lifecycle_policy.volumes", { state: "ENABLED" }, { state: "DISABLED" })],
      [`high state: The policy that takes snapshots is disabled. ${longer}`],
    ],
  ],
  well: [
    ["backups more often", [updated(plan, { rule: [rule()] }, { rule: [rule({ schedule: "cron(0/30 * * * ? *)" })] })]],
    [
      "another hour of the day",
      [
        updated(
          plan,
          { rule: [rule({ schedule: "cron(0 2 * * ? *)" })] },
          { rule: [rule({ schedule: "cron(0 4 * * ? *)" })] },
        ),
      ],
    ],
    [
      "a selection that goes with its plan, which says it",
      [destroyed("aws_backup_selection.all", { plan_id: "p-1" }), destroyedWhole("aws_iam_role.plan", "p-1")],
    ],
    [
      "a selection of everything",
      [updated("aws_backup_selection.all", { resources: ["arn:a"] }, { resources: ["*"] })],
    ],
  ],
  unknown: [
    [
      "what is selected",
      [
        updated(
          "aws_backup_selection.all",
          { resources: ["arn:a"] },
          {},
          { resources: ["aws_rds_cluster.new.arn", "aws_rds_cluster.new"] },
        ),
      ],
      ["not known: resources, by aws_rds_cluster.new.arn"],
    ],
    [
      "a schedule that it cannot read",
      [updated(plan, { rule: [rule()] }, { rule: [rule({ schedule: "cron(0 5 L * ? *)" })] })],
      ["not known: rule.0.schedule"],
    ],
  ],
});

const sinceBackup = "After damage, all that was written since the last backup is lost.";
itJudges(turnsOffPointInTimeRecovery, {
  found: [
    [
      "a table that can be restored no longer",
      [
        updated(
          "aws_dynamodb_table.carts",
          { point_in_time_recovery: [{ enabled: true }] },
          { point_in_time_recovery: [{ enabled: false }] },
        ),
      ],
      [`high point_in_time_recovery.0.enabled: Recovery to a point in time is turned off. ${sinceBackup}`],
    ],
    [
      "fewer days to go back to",
      [
        updated(
          "aws_dynamodb_table.carts",
          { point_in_time_recovery: [{ enabled: true, recovery_period_in_days: 35 }] },
          { point_in_time_recovery: [{ enabled: true, recovery_period_in_days: 5 }] },
        ),
      ],
      [
        `high point_in_time_recovery.0.recovery_period_in_days: Days that can be gone back to: 5 days instead of 35 days. ${sinceBackup}`,
      ],
    ],
    [
      "a plan that backs up continuously no longer",
      [
        updated(
          plan,
          { rule: [rule({ enable_continuous_backup: true })] },
          { rule: [rule({ enable_continuous_backup: false })] },
        ),
      ],
      [`high rule: Continuous backup is turned off. ${sinceBackup}`],
    ],
    [
      "a table that is made without",
      [created("aws_keyspaces_table.events", { point_in_time_recovery: [{ status: "DISABLED" }] })],
      [`low point_in_time_recovery.0.status: Recovery to a point in time is "DISABLED". ${sinceBackup}`],
    ],
  ],
  well: [
    [
      "a table that keeps it",
      [
        updated(
          "aws_dynamodb_table.carts",
          { point_in_time_recovery: [{ enabled: true }] },
          { billing_mode: "PROVISIONED" },
        ),
      ],
    ],
    [
      "one that never had it",
      [updated("aws_dynamodb_table.carts", { point_in_time_recovery: [] }, { billing_mode: "PROVISIONED" })],
    ],
  ],
  unknown: [
    [
      "whether a table keeps it",
      [
        updated(
          "aws_dynamodb_table_replica.far",
          { point_in_time_recovery: true },
          {},
          { point_in_time_recovery: ["var.safe"] },
        ),
      ],
      ["not known: point_in_time_recovery, by var.safe"],
    ],
  ],
});

const overwritten = "What is overwritten or deleted from then on is gone; replication to another bucket stops.";
itJudges(turnsOffVersioning, {
  found: [
    [
      "versions that are no longer kept",
      [
        updated(
          "aws_s3_bucket_versioning.site",
          { bucket: "site", versioning_configuration: [{ status: "Enabled" }] },
          { versioning_configuration: [{ status: "Suspended" }] },
        ),
      ],
      [`high versioning_configuration.0.status: Versioning goes from "Enabled" to "Suspended". ${overwritten}`],
    ],
    [
      "a setting that is gone while the bucket stays",
      [
        destroyed("aws_s3_bucket_versioning.site", {
          id: "site",
          bucket: "site",
          versioning_configuration: [{ status: "Enabled" }],
        }),
      ],
      [`high: Versioning is removed. ${overwritten}`],
    ],
  ],
  well: [
    [
      "a setting that goes with its bucket",
      [
        destroyed("aws_s3_bucket_versioning.site", { id: "site", bucket: "site" }),
        destroyedWhole("aws_s3_bucket.site", "site"),
      ],
    ],
    [
      "versions that are kept from now on",
      [
        updated(
          "aws_s3_bucket_versioning.site",
          { versioning_configuration: [{ status: "Suspended" }] },
          { versioning_configuration: [{ status: "Enabled" }] },
        ),
      ],
    ],
    [
      "a bucket that is made without",
      [created("aws_s3_bucket_versioning.site", { versioning_configuration: [{ status: "Disabled" }] })],
    ],
  ],
  unknown: [
    [
      "whether versions are kept",
      [
        updated(
          "aws_s3_bucket_versioning.site",
          { versioning_configuration: [{ status: "Enabled" }] },
          {},
          { versioning_configuration: ["var.status"] },
        ),
      ],
      ["not known: versioning_configuration.0.status, by var.status"],
    ],
  ],
});

const getsIn = "Whoever gets in can delete what was there to recover from.";
itJudges(weakensLock, {
  found: [
    [
      "a vault whose backups are locked for a shorter time",
      [updated("aws_backup_vault_lock_configuration.copies", { min_retention_days: 30 }, { min_retention_days: 1 })],
      [`high min_retention_days: Days that a backup is locked at least: 1 day instead of 30 days. ${getsIn}`],
    ],
    [
      "a lock that is gone while the vault stays",
      [destroyed("aws_backup_vault_lock_configuration.copies", { backup_vault_name: "copies" })],
      [`high: The lock of the vault is removed. ${getsIn}`],
    ],
    [
      "objects that some may delete",
      [
        updated(
          "aws_s3_bucket_object_lock_configuration.trail",
          { rule: [{ default_retention: [{ mode: "COMPLIANCE", days: 365 }] }] },
          { rule: [{ default_retention: [{ mode: "GOVERNANCE", days: 365 }] }] },
        ),
      ],
      [`high rule.0.default_retention.0.mode: The mode of the lock goes from "COMPLIANCE" to "GOVERNANCE". ${getsIn}`],
    ],
  ],
  well: [
    [
      "a lock for longer",
      [updated("aws_backup_vault_lock_configuration.copies", { min_retention_days: 30 }, { min_retention_days: 35 })],
    ],
    [
      "a lock that stays",
      [updated("aws_backup_vault_lock_configuration.copies", { min_retention_days: 30 }, { max_retention_days: 365 })],
    ],
  ],
  unknown: [
    [
      "how long objects are locked",
      [
        updated(
          "aws_s3_bucket_object_lock_configuration.trail",
          { rule: [{ default_retention: [{ mode: "COMPLIANCE", days: 365 }] }] },
          {},
          { rule: ["local.retention"] },
        ),
      ],
      [
        "not known: rule.0.default_retention.0.mode, by local.retention",
        "not known: rule.0.default_retention.0.days, by local.retention",
      ],
    ],
  ],
});
