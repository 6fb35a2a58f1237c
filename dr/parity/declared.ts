import type { Difference } from "./difference";

const ephemeral = "A drill's recovery is destroyed afterwards: it is applied as ephemeral.";

const copiedOn =
  "Where a recovered region is, backups of the lost one were; its own are copied on into a third region.";

const backupsLater =
  "Automated backups of a restored RDS instance begin once it is in service: before, the first one would block it for hours.";

const keyOfSnapshot = "A restored RDS instance has the key of its snapshot: that of the vault in the target.";

/** The differences between a region and its recovery in a drill that are meant. */
export const declared: readonly Difference[] = [
  { type: "aws_backup_plan", setting: "copiedTo.by-the-hour", reason: copiedOn },
  { type: "aws_backup_plan", setting: "copiedTo.daily", reason: copiedOn },
  {
    type: "aws_rds_cluster",
    setting: "deletionProtection",
    reason: ephemeral,
    expected: { source: true, recovered: false },
  },
  {
    type: "aws_db_instance",
    setting: "deletionProtection",
    reason: ephemeral,
    expected: { source: true, recovered: false },
  },
  {
    type: "aws_db_instance",
    setting: "backupRetentionPeriod",
    reason: backupsLater,
  },
  {
    type: "aws_db_instance",
    setting: "kmsKey",
    reason: keyOfSnapshot,
  },
  {
    type: "aws_db_snapshot",
    reason: "The recovery is made from a copy of this snapshot, which was in the target before it.",
    expected: { source: true, recovered: false },
  },
  {
    type: "aws_lb",
    setting: "attributes.deletion_protection.enabled",
    reason: ephemeral,
    expected: { source: "true", recovered: "false" },
  },
  {
    type: "aws_db_cluster_snapshot",
    reason: "The recovery is made from a copy of this snapshot, which was in the target before it.",
    expected: { source: true, recovered: false },
  },
  {
    type: "aws_instance",
    setting: "instanceType",
    reason:
      "Auto Scaling chooses among the group's instance types by what each zone has; the group's types are compared.",
  },
];

/** What differs in Terraform's states on purpose, by the variable of the recovery that alone decides it. */
export const declaredVariables = {
  ephemeral,
  snapshot_arn: "The recovery's database is restored from the snapshot; that of the source was not.",
} as const;

/** What else differs in Terraform's states on purpose. */
export const declaredInStates: readonly Difference[] = [
  { type: "aws_backup_plan", setting: "rule.copy_action.destination_vault_arn", reason: copiedOn },
  ...["ingress", "egress"].map((rules) => ({
    type: "aws_network_acl",
    setting: `${rules}.protocol`,
    reason: "A state has a protocol by its name until the rule is read from AWS again, which has it by number.",
    expected: { source: "tcp", recovered: "6" },
  })),
  {
    type: "aws_db_instance",
    setting: "backup_retention_period",
    reason: backupsLater,
  },
  {
    // A setting of the API decides it, too.
    type: "aws_lb",
    setting: "enable_deletion_protection",
    reason: ephemeral,
    expected: { source: true, recovered: false },
  },
  {
    type: "aws_db_instance",
    setting: "kms_key_id",
    reason: keyOfSnapshot,
  },
];
