import { SecurityTier } from "../../modules/security/tier";
import { all, type Block, written } from "../support/module";
import { statements, wants } from "../support/statements";

const tier = written(SecurityTier);
const use = (document: string, sid: string): Block => {
  const found = statements(tier, document).find((statement) => statement.sid === sid);
  if (!found) throw new Error(`${document} has no statement ${sid}.`);
  return found;
};
const via = (document: string): string[] => [
  ...new Set(statements(tier, document).flatMap((statement) => wants(statement, "kms:ViaService"))),
];
const account = "arn:${local.partition}:iam::${local.account}";

describe("security", () => {
  it("has a key for each purpose, which rotates and is deleted as the settings say", () => {
    expect(all(tier, "aws_kms_key").map(([name]) => name)).toEqual([
      "database",
      "secrets",
      "logs",
      "archive",
      "volumes",
      "alerts",
    ]);
    for (const [, key] of all(tier, "aws_kms_key")) {
      expect(key).toMatchObject({
        rotation_period_in_days: "${var.key_rotation_days}",
        deletion_window_in_days: "${var.key_deletion_window_days}",
      });
    }
  });

  it.each([
    ["secrets", ["secretsmanager", "rds"]],
    ["logs", []],
    ["archive", ["s3", "firehose"]],
    ["volumes", ["ec2", "lambda"]],
    ["alerts", ["sns"]],
  ])("lets the %s key be used through %j and no other service", (purpose, services) => {
    expect(via(`${purpose}_key`)).toEqual(services.map((service) => `${service}.\${local.region}.amazonaws.com`));
  });

  it("lets AWS's log delivery of this account use the archive key only where the flow log goes to a bucket", () => {
    const deliverers = (module: typeof tier) =>
      statements(module, "archive_key").filter(({ principals }) =>
        principals[0].identifiers.includes("delivery.logs.amazonaws.com"),
      );
    expect(deliverers(tier)).toEqual([]);
    const [delivery, ...others] = deliverers(written(SecurityTier, {}, { flowLogInBucket: true }));
    expect(others).toEqual([]);
    expect(delivery?.condition.map(({ variable }: Block) => variable)).toEqual(["aws:SourceAccount", "aws:SourceArn"]);
  });

  it("lets the database key be used by what makes and copies backups, also from the region that is copied to", () => {
    expect(via("database_key")).toEqual(["backup.*.amazonaws.com", "rds.*.amazonaws.com"]);
  });

  it("lets AWS Backup of the accounts that backups are copied into use the database key, as its own role, and nobody there", () => {
    const shared = written(SecurityTier, {}, { backupsCopiedByAccounts: ["444455556666"] });
    const foreign = statements(shared, "database_key").filter(({ principals }) =>
      JSON.stringify(principals).includes("4444"),
    );
    expect(foreign.map(({ actions }) => actions)).toEqual([
      expect.arrayContaining(["kms:Decrypt", "kms:DescribeKey", "kms:ReEncrypt*"]),
      ["kms:CreateGrant"],
    ]);
    for (const statement of foreign)
      expect(wants(statement, "aws:PrincipalArn")).toEqual([
        "arn:${local.partition}:iam::444455556666:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup",
      ]);
    expect(wants(foreign[1] ?? {}, "kms:GrantIsForAWSResource")).toEqual(["true"]);
    expect(JSON.stringify(statements(tier, "database_key"))).not.toContain("AWSServiceRoleForBackup");
  });

  it("opens the database's secret to the named roles only", () => {
    const [, ...uses] = statements(tier, "secrets_key");
    const roles = uses.map((statement) => JSON.stringify(wants(statement, "aws:PrincipalArn")));
    expect(roles).toHaveLength(3);
    expect(roles[0]).toContain("var.secret_reader_role_names");
    expect(roles.slice(1).every((names) => names.includes("var.deployer_role_names"))).toBe(true);
  });

  it("lets readers of the secret decrypt, and nothing more", () => {
    expect(use("secrets_key", "ReadSecret").actions).toEqual(["kms:Decrypt"]);
  });

  it("lets deployers do what is needed to make, rotate and replicate the master secret", () => {
    expect(use("secrets_key", "MakeSecret").actions).toEqual(["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"]);
    expect(use("secrets_key", "HandOnToRotation").actions).toEqual(["kms:CreateGrant"]);
  });

  it("lets CloudWatch Logs encrypt the log groups of this account and region only", () => {
    const [statement] = statements(tier, "logs_key").slice(1);
    expect(wants(statement as Block, "kms:EncryptionContext:aws:logs:arn")).toEqual([
      "arn:${local.partition}:logs:${local.region}:${local.account}:log-group:*",
    ]);
  });

  it("lets GuardDuty scan copies of volumes for malware, by its own role, and read none itself", () => {
    const scans = use("volumes_key", "ScanForMalware");
    expect(wants(scans, "aws:PrincipalArn")).toEqual([
      expect.stringMatching(
        /:role\/aws-service-role\/malware-protection\.guardduty\.amazonaws\.com\/AWSServiceRoleForAmazonGuardDutyMalwareProtection$/,
      ),
    ]);
    expect(scans.actions).toEqual(["kms:CreateGrant"]);
  });

  it("lets Auto Scaling start instances with encrypted volumes", () => {
    const role = [{ type: "AWS", identifiers: ["${var.autoscaling_service_role_arn}"] }];
    expect(use("volumes_key", "StartInstances").principals).toEqual(role);
    expect(use("volumes_key", "HandOnToInstances")).toMatchObject({ principals: role, actions: ["kms:CreateGrant"] });
  });

  it("takes alerts from alarms, backups and RDS of this account, from EventBridge, and from nobody else", () => {
    const [publish, events, ...others] = statements(tier, "alerts_topic_policy");
    expect(publish?.principals[0].identifiers).toEqual([
      "backup.amazonaws.com",
      "cloudwatch.amazonaws.com",
      "events.rds.amazonaws.com",
    ]);
    expect(wants(publish as Block, "aws:SourceAccount")).toEqual(["${local.account}"]);
    expect(events?.principals[0].identifiers).toEqual(["events.amazonaws.com"]);
    expect(others.map(({ effect }) => effect)).toEqual(["Deny"]);
  });

  it("asks EventBridge for no account, which it does not tell", () => {
    expect(use("alerts_topic_policy", "PublishEvents").condition).toBeUndefined();
    expect(wants(use("alerts_key", "PublishEvents"), "aws:SourceAccount")).toEqual([]);
  });

  it("lets EventBridge use the key for messages of the alert topic only", () => {
    const [[, topic]] = all(tier, "aws_sns_topic") as [[string, Block]];
    expect(wants(use("alerts_key", "PublishEvents"), "kms:EncryptionContext:aws:sns:topicArn")).toEqual([
      `arn:\${local.partition}:sns:\${local.region}:\${local.account}:${topic.name}`,
    ]);
  });

  it.each(["PublishAlerts", "PublishEvents"])("lets the same services encrypt what they publish: %s", (sid) => {
    expect(use("alerts_key", sid).principals).toEqual(use("alerts_topic_policy", sid).principals);
    const [[, topic]] = all(tier, "aws_sns_topic") as [[string, Block]];
    expect(topic.kms_master_key_id).toBe("${aws_kms_key.alerts.arn}");
  });

  it("promises the topic only once those who publish are admitted", () => {
    expect(tier.output.alert_topic_arn?.value).toBe("${aws_sns_topic_policy.alerts_policy.arn}");
  });

  it("refuses alerts without TLS", () => {
    expect(wants(use("alerts_topic_policy", "TlsOnly"), "aws:SecureTransport")).toEqual(["false"]);
  });

  it("lets the account administer every key", () => {
    for (const [name] of all(tier, "aws_kms_key")) {
      expect(use(`${name}_key`, "Administration").principals).toEqual([
        { type: "AWS", identifiers: [`${account}:root`] },
      ]);
    }
  });
});
