import { LogsTier } from "../../modules/logs/tier";
import { all, type Written, written } from "../support/module";
import { statements, wants } from "../support/statements";

const logs = written(LogsTier);
const account = "${local.account}";
const key = "${var.archive_key_arn}";
const allowed = (document: string) => statements(logs, document).filter(({ effect }) => effect !== "Deny");
const rule = (bucket: string) => logs.resource.aws_s3_bucket_lifecycle_configuration?.[`${bucket}_expiry`]?.rule[0];
const encryption = (bucket: string) =>
  logs.resource.aws_s3_bucket_server_side_encryption_configuration?.[`${bucket}_encryption`]?.rule[0]
    .apply_server_side_encryption_by_default;
const stream = ({ resource }: Written) => resource.aws_kinesis_firehose_delivery_stream?.archive ?? {};

describe("both buckets", () => {
  it("cannot be made public", () => {
    for (const [, { bucket: _, ...switches }] of all(logs, "aws_s3_bucket_public_access_block"))
      expect(Object.values(switches)).toEqual([true, true, true, true]);
  });

  it("refuse connections without TLS", () => {
    for (const bucket of ["access_logs", "archive"]) {
      const denied = statements(logs, `${bucket}_bucket_policy`).find(({ effect }) => effect === "Deny");
      expect(denied).toMatchObject({ principals: [{ type: "*", identifiers: ["*"] }], actions: ["s3:*"] });
      expect(wants(denied ?? {}, "aws:SecureTransport")).toEqual(["false"]);
    }
  });

  it("forget a log after the setting, its old versions and unfinished uploads a week later", () => {
    for (const [bucket, days] of [
      ["access_logs", "${var.access_log_retention_days}"],
      ["archive", "${var.archive_retention_days}"],
    ] as const)
      expect(rule(bucket)).toMatchObject({
        status: "Enabled",
        expiration: [{ days }],
        noncurrent_version_expiration: [{ noncurrent_days: 7 }],
        abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
      });
  });

  it("keep access logs, which have the query of each request, for a quarter unless the region file says otherwise", () => {
    expect(logs.variable.access_log_retention_days?.default).toBe(90);
  });

  it("are deleted with their logs in a drill only", () => {
    for (const [, { force_destroy }] of all(logs, "aws_s3_bucket")) expect(force_destroy).toBe("${var.ephemeral}");
    expect(logs.variable.ephemeral?.default).toBe(false);
  });
});

describe("access logs", () => {
  it("are written by load balancers and S3 of this account, and by nobody else", () => {
    const [balancers, finding, networkBalancers, s3, ...others] = allowed("access_logs_bucket_policy");
    expect(balancers).toMatchObject({
      principals: [{ identifiers: ["logdelivery.elasticloadbalancing.amazonaws.com"] }],
      actions: ["s3:PutObject"],
      resources: [`\${aws_s3_bucket.access_logs_bucket.arn}/AWSLogs/${account}/*`],
    });
    for (const statement of [finding, networkBalancers]) {
      expect(statement?.principals).toEqual([{ type: "Service", identifiers: ["delivery.logs.amazonaws.com"] }]);
      expect(wants(statement ?? {}, "aws:SourceAccount")).toEqual([account]);
      expect(wants(statement ?? {}, "aws:SourceArn")).toEqual([expect.stringMatching(/:logs:\*:.*:\*$/)]);
    }
    expect([finding?.sid, networkBalancers?.sid]).toEqual(["AWSLogDeliveryAclCheck", "AWSLogDeliveryWrite"]);
    expect(wants(networkBalancers ?? {}, "s3:x-amz-acl")).toEqual(["bucket-owner-full-control"]);
    expect(finding?.actions).toEqual(["s3:GetBucketAcl"]);
    expect(networkBalancers).toMatchObject({ actions: ["s3:PutObject"], resources: balancers?.resources });
    expect(s3).toMatchObject({
      principals: [{ identifiers: ["logging.s3.amazonaws.com"] }],
      actions: ["s3:PutObject"],
    });
    expect(wants(s3 ?? {}, "aws:SourceAccount")).toEqual([account]);
    expect(others).toEqual([]);
  });

  it("are encrypted with S3's own keys, because ELB and S3 log to no other bucket", () => {
    expect(encryption("access_logs")).toEqual({ sse_algorithm: "AES256" });
  });

  it("are promised only once load balancers may write them", () => {
    expect(logs.output.access_log_bucket_name?.value).toBe("${aws_s3_bucket_policy.access_logs_policy.bucket}");
  });
});

describe("the archive", () => {
  it("is under its own key, at rest and on the way, and who reads it is logged", () => {
    expect(encryption("archive")).toEqual({ sse_algorithm: "aws:kms", kms_master_key_id: key });
    expect(stream(logs).server_side_encryption).toMatchObject({ enabled: true, key_arn: key });
    expect(stream(logs).extended_s3_configuration.kms_key_arn).toBe(key);
    expect(logs.resource.aws_s3_bucket_logging?.archive_access_log).toMatchObject({
      target_bucket: "${aws_s3_bucket_policy.access_logs_policy.bucket}",
    });
  });

  it("keeps logs unpacked, a line each, compressed, in a cheaper class after the setting", () => {
    const { compression_format, processing_configuration } = stream(logs).extended_s3_configuration;
    expect(compression_format).toBe("GZIP");
    expect(processing_configuration.processors.map(({ type }: { type: string }) => type)).toEqual([
      "Decompression",
      "AppendDelimiterToRecord",
    ]);
    expect(rule("archive").transition).toEqual([
      { days: "${var.archive_cold_after_days}", storage_class: "GLACIER_IR" },
    ]);
  });

  it("is locked in governance mode for as long as it is kept, where the region says so, and else not", () => {
    const locked = written(LogsTier, { objectLock: "governance" });
    expect(logs.resource.aws_s3_bucket_object_lock_configuration).toBeUndefined();
    expect(locked.resource.aws_s3_bucket_object_lock_configuration?.archive_lock?.rule).toEqual({
      default_retention: { mode: "GOVERNANCE", days: "${var.archive_retention_days}" },
    });
    // An argument of the bucket's own would replace one that stands.
    expect(all(locked, "aws_s3_bucket")).toEqual(all(logs, "aws_s3_bucket"));
  });

  it("is written by the stream, which is fed by CloudWatch Logs, each by a role that may do no more", () => {
    const actions = (document: string) => allowed(document).flatMap((statement) => statement.actions);
    expect(actions("archiving_permissions").filter((action) => /^s3:(Put|Delete|Get)/.test(action))).toEqual([
      "s3:GetBucketLocation",
      "s3:PutObject",
    ]);
    expect(actions("archiver_permissions")).toEqual(["firehose:PutRecord", "firehose:PutRecordBatch"]);
    for (const [, { permissions_boundary }] of all(logs, "aws_iam_role"))
      expect(permissions_boundary).toBe("${var.boundary_arn}");
  });
});
