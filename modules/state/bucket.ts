import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import type { Construct } from "constructs";
import type { LateBoolean } from "../core/late";

interface StateBucketOptions {
  readonly name: string;
  readonly keyArn: string;
  readonly forceDestroy: LateBoolean;
}

/** The bucket of the states: versioned, under its key, its owner's alone, closed to the public and to plain HTTP. */
export function stateBucket(scope: Construct, { name, keyArn, forceDestroy }: StateBucketOptions): S3Bucket {
  const made = new S3Bucket(scope, "states-bucket", { bucket: name, forceDestroy });
  const bucket = made.id;

  new S3BucketVersioningA(scope, "states-versioning", { bucket, versioningConfiguration: { status: "Enabled" } });
  new S3BucketServerSideEncryptionConfigurationA(scope, "states-encryption", {
    bucket,
    rule: [
      {
        applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn },
        bucketKeyEnabled: true,
      },
    ],
  });
  new S3BucketOwnershipControls(scope, "states-ownership", {
    bucket,
    rule: { objectOwnership: "BucketOwnerEnforced" },
  });
  const closed = new S3BucketPublicAccessBlock(scope, "states-access", {
    bucket,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  new S3BucketPolicy(scope, "states-policy", {
    bucket,
    policy: tlsOnly(scope, made.arn).json,
    dependsOn: [closed], // S3 answers 409 to two changes of a bucket's access at once
  });
  return made;
}

const tlsOnly = (scope: Construct, arn: string): DataAwsIamPolicyDocument =>
  new DataAwsIamPolicyDocument(scope, "states-bucket-policy", {
    statement: [
      {
        sid: "TlsOnly",
        effect: "Deny",
        principals: [{ type: "*", identifiers: ["*"] }],
        actions: ["s3:*"],
        resources: [arn, `${arn}/*`],
        condition: [{ test: "Bool", variable: "aws:SecureTransport", values: ["false"] }],
      },
    ],
  });
