import { DatabaseTier } from "../../modules/database/tier";
import { all, type Block, written } from "../support/module";
import { statements, wants } from "../support/statements";

const tier = written(DatabaseTier, { engine: "rds" });
const instance = tier.resource.aws_db_instance?.orders as Block;

describe("database on RDS", () => {
  it("is one instance with a standby in another zone, and nothing of Aurora", () => {
    expect(all(tier, "aws_db_instance")).toHaveLength(1);
    expect(instance).toMatchObject({ engine: "postgres", multi_az: true });
    expect(Object.keys(tier.resource).filter((type) => type.startsWith("aws_rds_cluster"))).toEqual([]);
  });

  it("promises the same as on Aurora", () => {
    expect(Object.keys(tier.output)).toEqual(Object.keys(written(DatabaseTier).output));
  });

  it("is encrypted under the database key: storage and performance data", () => {
    const key = "${var.database_key_arn}";
    expect(instance).toMatchObject({ storage_encrypted: true, kms_key_id: key, performance_insights_kms_key_id: key });
  });

  it("refuses connections without TLS", () => {
    const [[, group]] = all(tier, "aws_db_parameter_group") as [[string, Block]];
    expect(group.parameter).toContainEqual({ name: "rds.force_ssl", value: "1" });
    expect(group.family).toBe('postgres${element(split(".", var.engine_version), 0)}');
    expect(instance.parameter_group_name).toBe("${aws_db_parameter_group.parameters.name}");
  });

  it("has no password in Terraform: RDS makes it, under the secrets key", () => {
    expect(instance).toMatchObject({
      manage_master_user_password: true,
      master_user_secret_kms_key_id: "${var.secrets_key_arn}",
    });
    expect(JSON.stringify(tier.resource)).not.toContain('"password"');
  });

  it("lets applications log in by IAM", () => {
    expect(instance.iam_database_authentication_enabled).toBe(true);
  });

  it("is reachable through the database's access group only, from no public address", () => {
    expect(instance).toMatchObject({
      vpc_security_group_ids: ["${var.database_group_id}"],
      publicly_accessible: false,
    });
  });

  it("grows by itself, up to a limit", () => {
    expect(instance).toMatchObject({ storage_type: "gp3", max_allocated_storage: "${var.max_storage_gib}" });
  });

  it("asks for the operations that RDS wants of a larger storage, and for none of a smaller one", () => {
    expect(instance.iops).toBe("${(var.snapshot_arn == null) ? (var.storage_gib < 400) ? null : 12000 : null}");
  });

  it("has the storage of its snapshot, which may have grown and cannot shrink", () => {
    expect(instance.allocated_storage).toBe("${(var.snapshot_arn == null) ? var.storage_gib : null}");
  });

  it("refuses to be deleted, and leaves a snapshot and its backups behind, unless ephemeral", () => {
    expect(instance).toMatchObject({
      deletion_protection: "${!var.ephemeral}",
      skip_final_snapshot: "${var.ephemeral}",
      delete_automated_backups: "${var.ephemeral}",
    });
  });

  it("leaves a snapshot of a name that no database before it had", () => {
    expect(instance.final_snapshot_identifier).toBe(
      "${var.name_prefix}-orders-final-${aws_iam_role.monitoring.unique_id}",
    );
  });

  it("is made from a snapshot when there is one, under its key, and never replaced by another", () => {
    expect(instance.snapshot_identifier).toBe("${var.snapshot_arn}");
    expect(instance.lifecycle).toEqual({
      ignore_changes: ["snapshot_identifier", "kms_key_id", "username", "db_name"],
    });
  });

  it("does not wait hours for a first backup while it is restored", () => {
    expect(instance.backup_retention_period).toBe("${(var.snapshot_arn == null) ? var.backup_retention_days : 0}");
  });

  it("logs to an encrypted group that it does not keep forever", () => {
    const [[, log]] = all(tier, "aws_cloudwatch_log_group") as [[string, Block]];
    expect(log).toMatchObject({
      name: "/aws/rds/instance/${var.name_prefix}-orders/postgresql",
      kms_key_id: "${var.logs_key_arn}",
    });
    expect(instance.depends_on).toContain("aws_cloudwatch_log_group.log");
  });

  it("is watched by a role that serves no other instance", () => {
    const [trust] = statements(tier, "monitoring_trust") as [Block];
    expect(wants(trust, "aws:SourceArn")).toEqual([expect.stringMatching(/:db:\$\{var\.name_prefix\}-orders$/)]);
  });

  it("sends failures and failovers to the alert topic", () => {
    const [[, events]] = all(tier, "aws_db_event_subscription") as [[string, Block]];
    expect(events).toMatchObject({ sns_topic: "${var.alert_topic_arn}", source_type: "db-instance" });
    expect(events.event_categories).toEqual(expect.arrayContaining(["failover", "failure"]));
  });
});
