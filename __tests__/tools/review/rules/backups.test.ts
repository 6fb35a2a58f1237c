import { longestGap } from "../../../../tools/review/read/schedule";
import { backsUpLessOften } from "../../../../tools/review/rules/backs-up-less-often";
import { shortensBackups } from "../../../../tools/review/rules/shortens-backups";
import { plan, rule, vault } from "./backup-plan";
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

const later = "Damage that is noticed later cannot be undone.";

itJudges(shortensBackups, {
  found: [
    [
      "a database that is backed up no longer",
      [updated("aws_db_instance.wiki", { backup_retention_period: 14 }, { backup_retention_period: 0 })],
      [
        `critical backup_retention_period: Automated backups are off, and those of the last 14 days are deleted. ${later}`,
      ],
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
