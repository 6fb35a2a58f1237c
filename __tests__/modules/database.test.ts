import { DatabaseTier } from "../../modules/database/tier";
import { all, type Block, written } from "../support/module";

const tier = written(DatabaseTier);
const cluster = tier.resource.aws_rds_cluster?.orders as Block;
const instances = all(tier, "aws_rds_cluster_instance").map(([, instance]) => instance);

describe("database", () => {
  it("is encrypted under the database key: storage and performance data", () => {
    expect(cluster).toMatchObject({ storage_encrypted: true, kms_key_id: "${var.database_key_arn}" });
    for (const instance of instances) {
      expect(instance.performance_insights_kms_key_id).toBe("${var.database_key_arn}");
    }
  });

  it("refuses connections without TLS", () => {
    const [[, group]] = all(tier, "aws_rds_cluster_parameter_group") as [[string, Block]];
    expect(group.parameter).toContainEqual({ name: "rds.force_ssl", value: "1" });
    expect(cluster.db_cluster_parameter_group_name).toBe("${aws_rds_cluster_parameter_group.parameters.name}");
  });

  it("keeps what customers type out of its log", () => {
    const [[, group]] = all(tier, "aws_rds_cluster_parameter_group") as [[string, Block]];
    expect(group.parameter).toContainEqual({ name: "log_parameter_max_length", value: "0" });
  });

  it("takes the parameters of the engine's major version", () => {
    const [[, group]] = all(tier, "aws_rds_cluster_parameter_group") as [[string, Block]];
    expect(group.family).toBe('aurora-postgresql${element(split(".", var.engine_version), 0)}');
  });

  it("has no password in Terraform: RDS makes it, under the secrets key", () => {
    expect(cluster).toMatchObject({
      manage_master_user_password: true,
      master_user_secret_kms_key_id: "${var.secrets_key_arn}",
    });
    expect(JSON.stringify(tier.resource)).not.toContain("master_password");
  });

  it("lets applications log in by IAM, and through the Data API only where that is asked for", () => {
    expect(cluster).toMatchObject({
      iam_database_authentication_enabled: true,
      enable_http_endpoint: "${var.data_api}",
    });
    expect(tier.variable).toMatchObject({ data_api: { default: false } });
  });

  it("is reachable through the database's access group only, from no public address", () => {
    expect(cluster.vpc_security_group_ids).toEqual(["${var.database_group_id}"]);
    expect(instances.map((instance) => instance.publicly_accessible)).toEqual([false, false, false]);
  });

  it("has its instances in the zones in turn", () => {
    expect(instances.map((instance) => instance.availability_zone)).toEqual([
      "${element(var.zone_names, 0)}",
      "${element(var.zone_names, 1)}",
      "${element(var.zone_names, 2)}",
    ]);
  });

  it("has a writer alone when no reader is asked for", () => {
    expect(all(written(DatabaseTier, { readerCount: 0 }), "aws_rds_cluster_instance")).toHaveLength(1);
  });

  it("keeps an instance of the writer's size to fail over to", () => {
    expect(instances.map((instance) => instance.promotion_tier)).toEqual([0, 1, 2]);
  });

  it("refuses to be deleted, and leaves a snapshot and its backups behind, unless ephemeral", () => {
    expect(cluster).toMatchObject({
      deletion_protection: "${!var.ephemeral}",
      skip_final_snapshot: "${var.ephemeral}",
      delete_automated_backups: "${var.ephemeral}",
    });
  });

  it("leaves a snapshot of a name that no database before it had", () => {
    expect(cluster.final_snapshot_identifier).toBe(
      "${var.name_prefix}-orders-final-${aws_iam_role.monitoring.unique_id}",
    );
  });

  it("is made from a snapshot when there is one, and never replaced by another", () => {
    expect(cluster.snapshot_identifier).toBe("${var.snapshot_arn}");
    expect(tier.variable.snapshot_arn).toMatchObject({ default: null, nullable: true });
  });

  it("keeps the master user and the database that a snapshot brings: other names would replace the cluster", () => {
    const names = ["snapshot_identifier", "master_username", "database_name"];
    expect(cluster.lifecycle.ignore_changes.slice(0, 3)).toEqual(names);
  });

  it("plans nothing where AWS says of the cluster what its instances have: performance data", () => {
    const [, , , ...others] = cluster.lifecycle.ignore_changes;
    for (const name of others) expect(name).toMatch(/^performance_insights_/);
    expect(others).toHaveLength(3);
  });

  it("takes another major version only where the region file says so, with a parameter group of its family", () => {
    expect(cluster.allow_major_version_upgrade).toBe("${var.allow_major_version_upgrade}");
    expect(tier.variable.allow_major_version_upgrade?.default).toBe(false);
    // AWS makes no blue/green deployment while RDS manages the password.
    expect(cluster.manage_master_user_password).toBe(true);
    expect(tier.variable.allow_major_version_upgrade?.description).toContain("restored from a snapshot");
    const [[, group]] = all(tier, "aws_rds_cluster_parameter_group") as [[string, Block]];
    expect(group.name).toContain('element(split(".", var.engine_version), 0)');
    expect(group.lifecycle).toEqual({ create_before_destroy: true });
  });

  it("can pause, after seconds that are said only then", () => {
    expect(cluster.serverlessv2_scaling_configuration.seconds_until_auto_pause).toBe(
      "${(var.min_capacity_units < 0.5) ? var.seconds_until_auto_pause : null}",
    );
  });

  it("logs to an encrypted group that it does not keep forever", () => {
    const [[, log]] = all(tier, "aws_cloudwatch_log_group") as [[string, Block]];
    expect(log).toMatchObject({
      name: "/aws/rds/cluster/${var.name_prefix}-orders/postgresql",
      kms_key_id: "${var.logs_key_arn}",
      retention_in_days: "${var.log_retention_days}",
    });
    expect(cluster.depends_on).toContain("aws_cloudwatch_log_group.log");
  });

  it("sends failures and failovers to the alert topic", () => {
    const [[, events]] = all(tier, "aws_db_event_subscription") as [[string, Block]];
    expect(events).toMatchObject({ sns_topic: "${var.alert_topic_arn}", source_type: "db-cluster" });
    expect(events.event_categories).toEqual(expect.arrayContaining(["failover", "failure"]));
  });

  it("runs a version with long-term support, which AWS still makes and restores clusters of", () => {
    expect(["16.8", "17.7"]).toContain(tier.variable.engine_version?.default);
  });

  it("stays at the version that git says", () => {
    expect(instances.map((instance) => instance.auto_minor_version_upgrade)).toEqual([false, false, false]);
  });
});
