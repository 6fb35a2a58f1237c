import { FilesTier } from "../../modules/files/tier";
import { all, written } from "../support/module";
import { statements } from "../support/statements";

const files = written(FilesTier, {}, { inStateRegion: false });
const [[, bucket]] = all(files, "aws_s3_bucket") as [[string, { bucket: string }]];

it("has the name that the edge asks for, with its region and the account", () => {
  expect(bucket.bucket).toBe("shop-files-${local.account}-${local.region}");
});

it("lets the shop's distribution read it, no other one and nobody else, and tells it what is missing", () => {
  const distribution = "arn:${local.partition}:cloudfront::${local.account}:distribution/${var.distribution_id}";
  const condition = [{ test: "ArnLike", variable: "aws:SourceArn", values: [distribution] }];
  const principals = [{ type: "Service", identifiers: ["cloudfront.amazonaws.com"] }];
  expect(statements(files, "files_bucket_policy").filter(({ effect }) => effect !== "Deny")).toMatchObject([
    { principals, actions: ["s3:GetObject"], resources: ["${aws_s3_bucket.files_bucket.arn}/*"], condition },
    { principals, actions: ["s3:ListBucket"], resources: ["${aws_s3_bucket.files_bucket.arn}"], condition },
  ]);
});

it("is closed to the public and to plain HTTP, versioned, and encrypted by what needs no permission of CloudFront's", () => {
  expect(files.resource.aws_s3_bucket_public_access_block?.files_access).toMatchObject({
    block_public_policy: true,
    restrict_public_buckets: true,
  });
  expect(statements(files, "files_bucket_policy")).toContainEqual(expect.objectContaining({ sid: "TlsOnly" }));
  expect(files.resource.aws_s3_bucket_versioning?.files_versioning?.versioning_configuration.status).toBe("Enabled");
  const [rule] = files.resource.aws_s3_bucket_server_side_encryption_configuration?.files_encryption?.rule ?? [];
  expect(rule.apply_server_side_encryption_by_default).toEqual({ sse_algorithm: "AES256" });
});

it("keeps files for ever, and what they replaced for as long as the region file says", () => {
  const [rule] = files.resource.aws_s3_bucket_lifecycle_configuration?.files_replaced?.rule ?? [];
  expect(rule.noncurrent_version_expiration).toEqual([{ noncurrent_days: "${var.replaced_days}" }]);
  expect(rule.expiration).toEqual([{ expired_object_delete_marker: true }]);
  expect(files.variable?.replaced_days?.default).toBe(30);
});

it("logs who reads and writes it where the region has a bucket for that", () => {
  expect(files.resource).not.toHaveProperty("aws_s3_bucket_logging");
  const logged = written(FilesTier, {}, { inStateRegion: true });
  expect(logged.resource.aws_s3_bucket_logging?.files_access_log?.target_bucket).toMatch(/^shop-audit-.*-access$/);
});
