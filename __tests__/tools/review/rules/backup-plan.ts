/** A vault in another region, for copies. */
export const vault = "arn:aws:backup:eu-central-1:111122223333:backup-vault:copies";

/** A rule that backs up every hour and copies there, with other arguments where they are given. */
export const rule = (more: Record<string, unknown> = {}) => ({
  rule_name: "hourly",
  schedule: "cron(0 0/1 * * ? *)",
  lifecycle: [{ delete_after: 35 }],
  copy_action: [{ destination_vault_arn: vault, lifecycle: [{ delete_after: 90 }] }],
  ...more,
});

/** The address of a backup plan. */
export const plan = "module.backup.aws_backup_plan.main";
