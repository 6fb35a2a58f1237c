import {
  DataAwsIamPolicyDocument,
  type DataAwsIamPolicyDocumentStatement,
} from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import {
  S3BucketLifecycleConfiguration,
  type S3BucketLifecycleConfigurationRule,
} from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketLoggingA } from "@cdktf/provider-aws/lib/s3-bucket-logging";
import { S3BucketObjectLockConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-object-lock-configuration";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import type { Construct } from "constructs";
import type { LateBoolean } from "../../core/late";

/** S3 Object Lock in governance mode: nobody deletes a version before its time without a permission of its own. */
export type ObjectLock = "off" | "governance";

export interface BucketOptions {
  readonly name: string;
  /** Customer key; without one, S3's own keys, which is all that some log deliveries take. */
  readonly keyArn?: string;
  readonly forceDestroy: LateBoolean;
  /** Who else may do what; given the bucket's ARN. */
  readonly statements?: (arn: string) => DataAwsIamPolicyDocumentStatement[];
  /** Days until objects expire; for ever when absent. */
  readonly expireAfterDays?: number;
  /** Days that a replaced or deleted object can be brought back, where objects do not expire; for ever when absent. */
  readonly replacedDays?: number;
  /** Days until objects move to S3's archive that still answers at once; never when absent. */
  readonly archiveAfterDays?: number;
  readonly objectLock?: { readonly mode: ObjectLock; readonly days: number };
  /** Bucket that its access log goes to, in the folder of its name. */
  readonly accessLogBucket?: string;
}

/**
 * A bucket that is versioned, encrypted, its owner's alone, closed to the public and to plain HTTP.
 *
 * What is returned is its policy's bucket name, so that whoever writes at once waits for the policy.
 */
export function closedBucket(scope: Construct, id: string, options: BucketOptions): { name: string; arn: string } {
  const { name, keyArn, forceDestroy, statements, objectLock, accessLogBucket } = options;
  const { expireAfterDays, archiveAfterDays, replacedDays } = options;
  const made = new S3Bucket(scope, `${id}-bucket`, {
    bucket: name,
    forceDestroy,
  });
  const bucket = made.id;

  const versioning = new S3BucketVersioningA(scope, `${id}-versioning`, {
    bucket,
    versioningConfiguration: { status: "Enabled" },
  });
  new S3BucketServerSideEncryptionConfigurationA(scope, `${id}-encryption`, {
    bucket,
    rule: [
      keyArn === undefined
        ? { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }
        : {
            applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn },
            bucketKeyEnabled: true,
          },
    ],
  });
  new S3BucketOwnershipControls(scope, `${id}-ownership`, {
    bucket,
    rule: { objectOwnership: "BucketOwnerEnforced" },
  });
  const closed = new S3BucketPublicAccessBlock(scope, `${id}-access`, {
    bucket,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  const lifecycle = (what: string, rule: Omit<S3BucketLifecycleConfigurationRule, "status">) =>
    new S3BucketLifecycleConfiguration(scope, `${id}-${what}`, {
      bucket,
      rule: [
        { status: "Enabled", filter: [{}], abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }], ...rule },
      ],
      dependsOn: [versioning],
    });
  if (expireAfterDays !== undefined)
    lifecycle("expiry", {
      id: "expire",
      ...(archiveAfterDays === undefined
        ? {}
        : { transition: [{ days: archiveAfterDays, storageClass: "GLACIER_IR" }] }),
      expiration: [{ days: expireAfterDays }],
      noncurrentVersionExpiration: [{ noncurrentDays: 7 }],
    });
  if (replacedDays !== undefined)
    lifecycle("replaced", {
      id: "replaced",
      expiration: [{ expiredObjectDeleteMarker: true }],
      noncurrentVersionExpiration: [{ noncurrentDays: replacedDays }],
    });
  if (objectLock?.mode === "governance") {
    // It alone switches the lock on: with an argument of its own, a bucket that stands would be replaced.
    new S3BucketObjectLockConfigurationA(scope, `${id}-lock`, {
      bucket,
      rule: { defaultRetention: { mode: "GOVERNANCE", days: objectLock.days } },
      dependsOn: [versioning],
    });
  }
  if (accessLogBucket !== undefined) {
    new S3BucketLoggingA(scope, `${id}-access-log`, {
      bucket,
      targetBucket: accessLogBucket,
      targetPrefix: `${name}/`,
    });
  }
  const document = new DataAwsIamPolicyDocument(scope, `${id}-bucket-policy`, {
    statement: [tlsOnly(made.arn), ...(statements?.(made.arn) ?? [])],
  });
  const policy = new S3BucketPolicy(scope, `${id}-policy`, {
    bucket,
    policy: document.json,
    dependsOn: [closed], // S3 answers 409 to two changes of a bucket's access at once
  });
  return { name: policy.bucket, arn: made.arn };
}

const tlsOnly = (arn: string): DataAwsIamPolicyDocumentStatement => ({
  sid: "TlsOnly",
  effect: "Deny",
  principals: [{ type: "*", identifiers: ["*"] }],
  actions: ["s3:*"],
  resources: [arn, `${arn}/*`],
  condition: [{ test: "Bool", variable: "aws:SecureTransport", values: ["false"] }],
});
