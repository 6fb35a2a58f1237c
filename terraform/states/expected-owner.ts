import type { S3Client } from "@aws-sdk/client-s3";

/**
 * Makes S3 refuse, in every call of this client that names a bucket, one that another account owns.
 *
 * Names of buckets are everybody's: whoever guesses one first would be told states, or tell us theirs.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-owner-condition.html
 */
export function expectOwner(s3: S3Client, account: string): S3Client {
  s3.middlewareStack.add(
    (next) => (args) => next({ ...args, input: Object.assign({}, args.input, { ExpectedBucketOwner: account }) }),
    { step: "initialize", name: "expectOwner" },
  );
  return s3;
}
