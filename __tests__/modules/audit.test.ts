import { AuditTier } from "../../modules/audit/tier";
import { all, type Block, written } from "../support/module";
import { statements, wants } from "../support/statements";

const tier = written(AuditTier);
const [[, trail]] = all(tier, "aws_cloudtrail") as [[string, Block]];

describe("audit", () => {
  it("keeps one trail of all regions, validated and encrypted", () => {
    expect(trail).toMatchObject({
      is_multi_region_trail: true,
      include_global_service_events: true,
      enable_log_file_validation: true,
      kms_key_id: "${aws_kms_key.audit.arn}",
    });
  });

  it("encrypts the trail and the edge's logs under its key; access logs with S3's own, which is all that S3 takes", () => {
    const keys = all(tier, "aws_s3_bucket_server_side_encryption_configuration").map(([name, { rule }]) => [
      name,
      rule[0].apply_server_side_encryption_by_default.kms_master_key_id,
    ]);
    expect(Object.fromEntries(keys)).toEqual({
      access_logs_encryption: undefined,
      audit_encryption: "${aws_kms_key.audit.arn}",
      config_encryption: "${aws_kms_key.audit.arn}",
      edge_logs_encryption: "${aws_kms_key.audit.arn}",
      waf_logs_encryption: "${aws_kms_key.audit.arn}",
    });
  });

  it.each([
    ["audit_bucket_policy", ["cloudtrail.amazonaws.com"]],
    ["config_bucket_policy", ["config.amazonaws.com"]],
    ["edge_logs_bucket_policy", ["delivery.logs.amazonaws.com"]],
    ["waf_logs_bucket_policy", ["delivery.logs.amazonaws.com"]],
    ["access_logs_bucket_policy", ["logging.s3.amazonaws.com"]],
  ])("lets only the services that write into it, for this account, by %s", (document, services) => {
    const allowed = statements(tier, document).filter(({ effect }) => effect !== "Deny");
    const writers = allowed.flatMap(({ principals }) => principals.flatMap(({ identifiers }: Block) => identifiers));
    expect([...new Set(writers)].sort()).toEqual(services);
    for (const statement of allowed)
      expect([...wants(statement, "aws:SourceAccount"), ...wants(statement, "aws:SourceArn")]).not.toEqual([]);
  });

  it("locks the trail's versions where the region file says so, and no other's: Config delivers to no locked bucket", () => {
    expect(tier.resource).not.toHaveProperty("aws_s3_bucket_object_lock_configuration");
    const locked = written(AuditTier, { objectLock: "governance" });
    const [[, lock], ...others] = all(locked, "aws_s3_bucket_object_lock_configuration") as [[string, Block]];
    expect(others).toEqual([]);
    expect(lock.rule.default_retention).toEqual({ mode: "GOVERNANCE", days: "${var.trail_retention_days}" });
    // An argument of the bucket's own would replace one that stands.
    expect(all(locked, "aws_s3_bucket")).toEqual(all(tier, "aws_s3_bucket"));
  });
});
