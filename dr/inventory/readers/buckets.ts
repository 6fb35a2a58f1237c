import {
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketLoggingCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyCommand,
  GetBucketVersioningCommand,
  GetObjectLockConfigurationCommand,
  GetPublicAccessBlockCommand,
  paginateListBuckets,
} from "@aws-sdk/client-s3";
import type { Aws } from "../../aws";
import { everyItem } from "../../lookup/pages";
import { given, unlessAbsent } from "../answers";
import type { Item } from "../item";
import { policy } from "../policy";
import type { Reader } from "../reader";

/** The buckets of one region; those of other regions are not even asked about. */
export const buckets: Reader = {
  service: "S3",
  async list(aws) {
    const pages = paginateListBuckets({ client: aws.s3 }, { BucketRegion: aws.region });
    const found = await everyItem(pages, ({ Buckets }) => Buckets);
    return Promise.all(found.map(({ Name }) => item(aws, given(Name))));
  },
};

async function item({ s3 }: Aws, Bucket: string): Promise<Item> {
  const [versioning, encryption, block, ownership, lifecycle, allowed, logging, lock] = await Promise.all([
    s3.send(new GetBucketVersioningCommand({ Bucket })),
    unlessAbsent(s3.send(new GetBucketEncryptionCommand({ Bucket })), "ServerSideEncryptionConfigurationNotFoundError"),
    unlessAbsent(s3.send(new GetPublicAccessBlockCommand({ Bucket })), "NoSuchPublicAccessBlockConfiguration"),
    unlessAbsent(s3.send(new GetBucketOwnershipControlsCommand({ Bucket })), "OwnershipControlsNotFoundError"),
    unlessAbsent(s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket })), "NoSuchLifecycleConfiguration"),
    unlessAbsent(s3.send(new GetBucketPolicyCommand({ Bucket })), "NoSuchBucketPolicy"),
    s3.send(new GetBucketLoggingCommand({ Bucket })),
    unlessAbsent(s3.send(new GetObjectLockConfigurationCommand({ Bucket })), "ObjectLockConfigurationNotFoundError"),
  ]);
  return {
    type: "aws_s3_bucket",
    id: Bucket,
    name: Bucket,
    settings: {
      versioning: versioning.Status ?? "Disabled",
      encryption: encryption?.ServerSideEncryptionConfiguration?.Rules ?? "none",
      publicAccessBlock: block?.PublicAccessBlockConfiguration ?? "none",
      objectOwnership: ownership?.OwnershipControls?.Rules?.[0]?.ObjectOwnership,
      lifecycle: lifecycle?.Rules,
      policy: policy(allowed?.Policy),
      logging: logging.LoggingEnabled,
      objectLock: lock?.ObjectLockConfiguration,
    },
  };
}
