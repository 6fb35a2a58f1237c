import { StateTier } from "../../modules/state/tier";
import { all, type Block, written } from "../support/module";
import { statements, wants } from "../support/statements";

const tier = written(StateTier);
const only = (type: string): Block => {
  const [[, block], ...more] = all(tier, type) as [[string, Block], ...unknown[]];
  expect(more).toEqual([]);
  return block;
};

describe("state", () => {
  it("keeps every version of a state", () => {
    expect(only("aws_s3_bucket_versioning").versioning_configuration).toEqual({ status: "Enabled" });
    expect(tier.resource).not.toHaveProperty("aws_s3_bucket_lifecycle_configuration");
  });

  it("encrypts states and locks under a key of their own", () => {
    const [rule] = only("aws_s3_bucket_server_side_encryption_configuration").rule;
    expect(rule).toEqual({
      apply_server_side_encryption_by_default: {
        sse_algorithm: "aws:kms",
        kms_master_key_id: "${aws_kms_key.states.arn}",
      },
      bucket_key_enabled: true,
    });
    expect(only("aws_dynamodb_table").server_side_encryption).toEqual({
      enabled: true,
      kms_key_arn: "${aws_kms_key.states.arn}",
    });
  });

  it("is closed to the public, and to other owners of objects", () => {
    expect(only("aws_s3_bucket_public_access_block")).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(only("aws_s3_bucket_ownership_controls").rule).toEqual({ object_ownership: "BucketOwnerEnforced" });
  });

  it("refuses requests without TLS", () => {
    const [statement] = statements(tier, "states_bucket_policy") as [Block];
    expect(statement).toMatchObject({ effect: "Deny", actions: ["s3:*"] });
    expect(wants(statement, "aws:SecureTransport")).toEqual(["false"]);
  });

  it("refuses to be destroyed with what it holds, unless ephemeral", () => {
    expect(only("aws_s3_bucket").force_destroy).toBe("${var.ephemeral}");
    expect(only("aws_dynamodb_table").deletion_protection_enabled).toBe("${!var.ephemeral}");
  });

  it("locks by the key that Terraform looks for, and can restore the locks to any second", () => {
    expect(only("aws_dynamodb_table")).toMatchObject({
      hash_key: "LockID",
      billing_mode: "PAY_PER_REQUEST",
      point_in_time_recovery: { enabled: true },
    });
  });

  it("has the names that the backends have", () => {
    expect(only("aws_s3_bucket").bucket).toBe("${var.bucket_name}");
    expect(only("aws_dynamodb_table").name).toBe("${var.lock_table_name}");
  });
});
