import { turnsOffPointInTimeRecovery } from "../../../../tools/review/rules/turns-off-point-in-time-recovery";
import { turnsOffVersioning } from "../../../../tools/review/rules/turns-off-versioning";
import { weakensLock } from "../../../../tools/review/rules/weakens-lock";
import { plan, rule } from "./backup-plan";
import { created, destroyed, destroyedWhole, itJudges, updated } from "./plans";

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
