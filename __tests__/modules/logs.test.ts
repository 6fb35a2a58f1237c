import { LogsTier } from "../../modules/logs/tier";
import { type Block, written } from "../support/module";

const logs = written(LogsTier);
const statements: Block[] = logs.data.aws_iam_policy_document?.delivery_only?.statement;

describe("logs", () => {
  it("lets load balancers of this account write access logs, and nobody else anything", () => {
    const allowed = statements.filter(({ effect }) => effect !== "Deny");
    expect(allowed).toEqual([
      expect.objectContaining({
        principals: [{ type: "Service", identifiers: ["logdelivery.elasticloadbalancing.amazonaws.com"] }],
        actions: ["s3:PutObject"],
        resources: ["${aws_s3_bucket.access_logs.arn}/AWSLogs/${data.aws_caller_identity.caller.account_id}/*"],
      }),
    ]);
  });

  it("refuses connections without TLS", () => {
    const [denied] = statements.filter(({ effect }) => effect === "Deny");
    expect(denied).toMatchObject({
      actions: ["s3:*"],
      resources: ["${aws_s3_bucket.access_logs.arn}", "${aws_s3_bucket.access_logs.arn}/*"],
      condition: [{ test: "Bool", variable: "aws:SecureTransport", values: ["false"] }],
    });
  });

  it("cannot be made public", () => {
    const { bucket, ...switches } = logs.resource.aws_s3_bucket_public_access_block?.private ?? {};
    expect(Object.values(switches)).toEqual([true, true, true, true]);
    expect(logs.resource.aws_s3_bucket_ownership_controls?.owner?.rule.object_ownership).toBe("BucketOwnerEnforced");
  });

  it("encrypts with S3's own keys, because Elastic Load Balancing refuses any other", () => {
    const [rule] = logs.resource.aws_s3_bucket_server_side_encryption_configuration?.encryption?.rule ?? [];
    expect(rule.apply_server_side_encryption_by_default).toEqual({ sse_algorithm: "AES256" });
  });

  it("forgets a log after the setting, its old versions and unfinished uploads a week later", () => {
    const [rule] = logs.resource.aws_s3_bucket_lifecycle_configuration?.expiry?.rule ?? [];
    expect(rule).toMatchObject({
      status: "Enabled",
      expiration: [{ days: "${var.access_log_retention_days}" }],
      noncurrent_version_expiration: [{ noncurrent_days: 7 }],
      abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
    });
    expect(logs.resource.aws_s3_bucket_versioning?.versions?.versioning_configuration.status).toBe("Enabled");
  });

  it("promises the bucket only once load balancers may write into it", () => {
    expect(logs.output.access_log_bucket_name?.value).toBe("${aws_s3_bucket_policy.delivery.bucket}");
  });

  it("deletes a bucket that still holds logs only in a drill", () => {
    expect(logs.resource.aws_s3_bucket?.access_logs?.force_destroy).toBe("${var.ephemeral}");
    expect(logs.variable.ephemeral?.default).toBe(false);
  });
});
