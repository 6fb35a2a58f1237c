import { BackupTier } from "../../modules/backup/tier";
import { evaluated } from "../support/evaluated";
import { all, type Block, written } from "../support/module";
import { statements, wants } from "../support/statements";

const aurora = { databaseEngine: "aurora" };
const tier = written(BackupTier, { copiesTo: "eu-central-1" }, aurora);
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
    expect(rules.map(({ rule_name }) => rule_name)).toEqual(["by-the-hour", "daily"]);
    expect(tier.variable.interval_hours?.default).toBe(1);
    expect(only("aws_backup_selection").resources).toEqual(["${var.database_arn}"]);
  });

  it("backs up at no hour twice, and not in the windows of RDS", async () => {
    const scheduled = (databaseEngine: string) => {
      const [[, plan]] = all(written(BackupTier, {}, { databaseEngine }), "aws_backup_plan") as [[string, Block]];
      const [byTheHour, daily] = plan.rule.map(({ schedule }: Block): string => schedule);
      expect(daily).toBe("cron(0 2 * * ? *)");
      return /^cron\(0 \$\{(.*)\} \* \* \? \*\)$/.exec(byTheHour)?.[1] ?? "";
    };
    const [onAurora, onRds] = [scheduled("aurora"), scheduled("rds")];
    const every = (expression: string, hours: number) => expression.replace("var.interval_hours", String(hours));
    const asked = [every(onAurora, 1), every(onAurora, 6), every(onAurora, 12), every(onRds, 1), every(onRds, 8)];
    const hours = Array.from({ length: 24 }, (_, hour) => hour);
    expect(await evaluated(asked)).toEqual([
      hours.filter((hour) => hour !== 2).join(),
      "8,14,20",
      "14",
      hours.filter((hour) => hour > 2).join(),
      "10,18",
    ]);
  });

  it("copies each backup into the vault of another region, for as long as it is kept itself", () => {
    for (const { copy_action, lifecycle } of rules)
      expect(copy_action).toEqual([{ destination_vault_arn: "${var.copy_vault_arn}", lifecycle }]);
  });

  it("copies each backup into a vault of another account, too, where the region file names one", () => {
    const both = written(BackupTier, { copiesTo: "eu-central-1", copiesToAccount: "444455556666" }, aurora);
    const there = "arn:${local.partition}:backup:${local.region}:444455556666:backup-vault:${var.name_prefix}-copies";
    for (const { copy_action, lifecycle } of all(both, "aws_backup_plan")[0]?.[1].rule ?? [])
      expect(copy_action).toEqual([
        { destination_vault_arn: "${var.copy_vault_arn}", lifecycle },
        { destination_vault_arn: there, lifecycle },
      ]);
    const may = (of: typeof both, sid: string) => statements(of, "role_permissions").find((one) => one.sid === sid);
    expect(may(both, "FillVaults")?.resources).toContain(there);
    const share = may(both, "ShareSnapshots");
    expect(share?.actions).toEqual(["rds:ModifyDBClusterSnapshotAttribute", "rds:ModifyDBSnapshotAttribute"]);
    for (const snapshot of share?.resources ?? []) expect(snapshot).toMatch(/snapshot:awsbackup:\*$/);
    expect(may(tier, "ShareSnapshots")).toBeUndefined();
  });

  it("tells of a copy that failed where backups are copied into another account only", () => {
    const { resource } = written(BackupTier, { copiesToAccount: "444455556666" }, aurora);
    expect(resource.aws_cloudwatch_metric_alarm?.failed_copies?.alarm_description).toContain("into the other account");
    expect(resource.aws_backup_vault_notifications?.notifications?.backup_vault_events).toEqual(["COPY_JOB_FAILED"]);
  });

  it("copies nothing where the region file names no other region", () => {
    const alone = written(BackupTier, {}, aurora);
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
    expect(only("aws_iam_role").permissions_boundary).toBe("${var.boundary_arn}");
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

  it("waits longer with RDS, of which no backup can begin in its own windows", () => {
    const rds = written(BackupTier, {}, { databaseEngine: "rds" });
    expect(rds.resource.aws_cloudwatch_metric_alarm?.age?.evaluation_periods).toBe("${(var.alarm_after_hours + 2)}");
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
