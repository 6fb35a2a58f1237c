import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { Construct } from "constructs";
import type { Inputs, Outputs } from "../core/contract";
import { number } from "../core/late";
import { logsContract } from "./contract";
import { deliveryPolicy } from "./delivery-policy";

type C = typeof logsContract;

/**
 * The logs tier: the bucket that this account's load balancers write their access logs to, over TLS. Nobody outside of
 * the account reaches it; inside of it IAM decides.
 *
 * Logs expire by themselves; until then a destroy is refused while the bucket holds any.
 *
 * *Cost*: storage by volume.
 */
export class LogsTier extends Construct implements Outputs<C> {
  static readonly contract = logsContract;
  readonly accessLogBucketName: string;

  constructor(scope: Construct, id: string, { namePrefix, ephemeral, accessLogRetentionDays }: Inputs<C>) {
    super(scope, id);
    const account = new DataAwsCallerIdentity(this, "caller").accountId;

    const bucket = new S3Bucket(this, "access-logs", {
      bucket: `${namePrefix}-access-logs-${account}`,
      forceDestroy: ephemeral,
    });
    const owner = new S3BucketOwnershipControls(this, "owner", {
      bucket: bucket.id,
      rule: { objectOwnership: "BucketOwnerEnforced" },
    });
    const unpublic = new S3BucketPublicAccessBlock(this, "private", {
      bucket: bucket.id,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    // ELB refuses a bucket under a customer key: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
    const encryption = new S3BucketServerSideEncryptionConfigurationA(this, "encryption", {
      bucket: bucket.id,
      rule: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
    });
    const versioning = new S3BucketVersioningA(this, "versions", {
      bucket: bucket.id,
      versioningConfiguration: { status: "Enabled" },
    });
    new S3BucketLifecycleConfiguration(this, "expiry", {
      bucket: bucket.id,
      rule: [
        {
          id: "expire",
          status: "Enabled",
          filter: [{}],
          expiration: [{ days: number(accessLogRetentionDays) }],
          noncurrentVersionExpiration: [{ noncurrentDays: 7 }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
        },
      ],
      dependsOn: [versioning],
    });
    const policy = new S3BucketPolicy(this, "delivery", {
      bucket: bucket.id,
      policy: deliveryPolicy(this, bucket, account),
      dependsOn: [owner, unpublic, encryption],
    });

    // Of the policy, not of the bucket: a load balancer writes a test object at once.
    this.accessLogBucketName = policy.bucket;
  }
}
