import { DatabaseTier } from "../../modules/database/tier";
import { all, type Block, written } from "../support/module";

const primary = written(
  DatabaseTier,
  { engine: "global", copiedTo: ["eu-west-3"] },
  { secretKeyAliases: { "eu-west-3": "alias/prod-eu-west-3-secrets" } },
);
const replica = written(
  DatabaseTier,
  { engine: "replica", primaryRegion: "eu-west-1", readerCount: 0 },
  { globalIdentifier: "prod-eu-west-1-orders" },
);
const clusterOf = (module: typeof primary): Block => module.resource.aws_rds_cluster?.orders as Block;

describe("a global database", () => {
  it("is made around the cluster, so that one that exists or is restored becomes global in place", () => {
    expect(all(primary, "aws_rds_global_cluster")).toEqual([
      [
        "global",
        expect.objectContaining({
          global_cluster_identifier: "${var.name_prefix}-orders",
          source_db_cluster_identifier: "${aws_rds_cluster.orders.arn}",
          deletion_protection: "${!var.ephemeral}",
        }),
      ],
    ]);
    expect(clusterOf(primary).lifecycle.ignore_changes).toContain("global_cluster_identifier");
  });

  it("has its addresses from Aurora's, so that nothing is replaced when one becomes the other", () => {
    const aurora = written(DatabaseTier);
    for (const type of Object.keys(aurora.resource))
      expect(Object.keys(primary.resource[type] ?? {})).toEqual(Object.keys(aurora.resource[type] ?? {}));
  });

  it("has a password that RDS does not manage, in an encrypted secret that is replicated under a key there", () => {
    expect(clusterOf(primary)).not.toHaveProperty("manage_master_user_password");
    const [[, secret]] = all(primary, "aws_secretsmanager_secret") as [[string, Block]];
    expect(secret).toMatchObject({
      kms_key_id: "${var.secrets_key_arn}",
      replica: [{ region: "eu-west-3", kms_key_id: "alias/prod-eu-west-3-secrets" }],
    });
    expect(primary.output.secret_arn?.value).toBe("${aws_secretsmanager_secret.login.arn}");
  });

  it("has the password that is in the secret, and hands it through: no state, plan or log has it", () => {
    const [[, version]] = all(primary, "aws_secretsmanager_secret_version") as [[string, Block]];
    expect(version).toEqual({
      secret_id: "${aws_secretsmanager_secret.login.id}",
      secret_string_wo:
        '${jsonencode({"username" = "shop_admin", "password" = ephemeral.aws_secretsmanager_random_password.login_password.random_password})}',
      secret_string_wo_version: "${var.master_password_version}",
    });
    expect(primary.ephemeral.aws_secretsmanager_secret_version?.login_stored).toEqual({
      secret_id: "${aws_secretsmanager_secret_version.login_version.secret_id}",
      version_id: "${aws_secretsmanager_secret_version.login_version.version_id}",
    });
    expect(clusterOf(primary)).toMatchObject({
      master_password_wo:
        "${jsondecode(ephemeral.aws_secretsmanager_secret_version.login_stored.secret_string).password}",
      master_password_wo_version: "${var.master_password_version}",
    });
    expect(clusterOf(primary)).not.toHaveProperty("master_password");
  });
});

it.each([
  ["primary", primary],
  ["replica", replica],
])("is upgraded as a whole, not by its %s, and its settings say how", (_, member) => {
  expect(clusterOf(member)).not.toHaveProperty("allow_major_version_upgrade");
  expect(member.variable).not.toHaveProperty("allow_major_version_upgrade");
  expect(member.variable.engine_version?.description).toContain("aws rds modify-global-cluster --engine-version");
});

describe("a replica of it", () => {
  it("joins it by name, with data and logins of the primary, encrypted under a key of its own region", () => {
    expect(clusterOf(replica)).toMatchObject({
      global_cluster_identifier: "prod-eu-west-1-orders",
      storage_encrypted: true,
      kms_key_id: "${var.database_key_arn}",
    });
    for (const primarys of ["master_username", "master_password_wo", "database_name", "snapshot_identifier"])
      expect(clusterOf(replica)).not.toHaveProperty(primarys);
  });

  it("promises the secret that the primary's region replicates", () => {
    const [begins] = replica.data.aws_secretsmanager_secrets?.login?.filter ?? [];
    expect(begins).toEqual({ name: "name", values: ["prod-eu-west-1-orders-login-"] });
    expect(primary.resource.aws_secretsmanager_secret?.login?.name_prefix).toBe("${var.name_prefix}-orders-login-");
    expect(replica.output.secret_arn?.value).toBe("${one(tolist(data.aws_secretsmanager_secrets.login.arns))}");
  });

  it("promises the same as any database", () => {
    expect(Object.keys(replica.output)).toEqual(Object.keys(written(DatabaseTier).output));
  });
});
