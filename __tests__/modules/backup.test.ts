import { BackupTier } from "../../modules/backup/tier";
import { boundaryName } from "../../modules/core/names";
import { all, type Block, written } from "../support/module";
import { statements, wants } from "../support/statements";

const tier = written(BackupTier, { copiesTo: "eu-central-1" });
const only = (type: string): Block => {
  const [[, block], ...more] = all(tier, type) as [[string, Block], ...unknown[]];
  expect(more).toEqual([]);
  return block;
};
const rules: Block[] = only("aws_backup_plan").rule;
const [age, ...failures] = ["age", "failed_backups", "failed_copies"].map(
  (name) => tier.resource.aws_cloudwatch_metric_alarm?.[name],
);

describe("backup", () => {
  it("backs the database up by the hour and by the day, and nothing else", () => {
    expect(rules.map(({ schedule }) => schedule)).toEqual([
      "cron(0 0/${tostring(var.interval_hours)} * * ? *)",
      "cron(30 2 * * ? *)",
    ]);
    expect(tier.variable.interval_hours?.default).toBe(1);
    expect(only("aws_backup_selection").resources).toEqual(["${var.database_arn}"]);
  });

  it("copies each backup into the vault of another region, for as long as it is kept itself", () => {
    for (const { copy_action, lifecycle } of rules)
      expect(copy_action).toEqual([{ destination_vault_arn: "${var.copy_vault_arn}", lifecycle }]);
  });

  it("copies nothing where the region file names no other region", () => {
    const alone = written(BackupTier);
    const [[, plan]] = all(alone, "aws_backup_plan") as [[string, Block]];
    expect(plan.rule.flatMap(({ copy_action = [] }: Block) => copy_action)).toEqual([]);
    expect(alone.resource).not.toHaveProperty("aws_backup_vault_notifications");
  });

  it("leaves the retention of point-in-time restore to the database", () => {
    expect(rules.filter(({ enable_continuous_backup }) => enable_continuous_backup)).toEqual([]);
  });

  it("keeps backups under a key of its own, and lets nobody but the break-glass roles delete one", () => {
    expect(only("aws_backup_vault").kms_key_arn).toBe("${aws_kms_key.backups.arn}");
    const [deny, ...more] = statements(tier, "backups_vault_policy");
    expect(deny).toMatchObject({ effect: "Deny", principals: [{ type: "*", identifiers: ["*"] }] });
    expect(deny?.actions).toContain("backup:DeleteRecoveryPoint");
    expect(more).toEqual([]);
  });

  it("gives AWS Backup a role that snapshots this database only, within the boundary", () => {
    const [take] = statements(tier, "role_permissions");
    expect(take?.actions).toContain("rds:CreateDBClusterSnapshot");
    const [database, ...snapshots] = take?.resources ?? [];
    expect(database).toBe("${var.database_arn}");
    for (const snapshot of snapshots) expect(snapshot).toMatch(/snapshot:awsbackup:\*$/);
    expect(only("aws_iam_role").permissions_boundary).toContain(`:policy/${boundaryName}`);
    const [trust] = statements(tier, "role_trust");
    expect(wants(trust ?? {}, "aws:SourceAccount")).toHaveLength(1);
  });

  it("cannot delete any snapshot but AWS Backup's own", () => {
    const deletes = statements(tier, "role_permissions").filter(({ actions }) => /rds:Delete/.test(actions.join()));
    expect(deletes.flatMap(({ resources }) => resources).filter((one) => !one.includes(":awsbackup:"))).toEqual([]);
  });

  it("raises an alarm when no backup was completed for hours, even when nothing at all is heard", () => {
    expect(age).toMatchObject({
      metric_name: "NumberOfBackupJobsCompleted",
      comparison_operator: "LessThanThreshold",
      threshold: 1,
      period: 3600,
      evaluation_periods: "${var.alarm_after_hours}",
      treat_missing_data: "breaching",
      alarm_actions: ["${var.alert_topic_arn}"],
    });
  });

  it("tells of failed backups and failed copies", () => {
    expect(failures.map((alarm) => alarm?.metric_name)).toEqual(["NumberOfBackupJobsFailed", "NumberOfCopyJobsFailed"]);
    for (const alarm of failures) expect(alarm?.alarm_actions).toEqual(["${var.alert_topic_arn}"]);
    expect(only("aws_backup_vault_notifications")).toMatchObject({
      sns_topic_arn: "${var.alert_topic_arn}",
      backup_vault_events: ["COPY_JOB_FAILED"],
    });
  });
});
