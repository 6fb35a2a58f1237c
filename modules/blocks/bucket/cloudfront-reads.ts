import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";

const cloudFront = [{ type: "Service", identifiers: ["cloudfront.amazonaws.com"] }];

/** Distributions that read a bucket; with `listing`, they are told of a missing object, in place of a missing permission. */
interface Reading {
  readonly distributionArn: string;
  readonly listing?: boolean;
}

/**
 * Lets CloudFront read a bucket by origin access control, for the distributions of this ARN, which may have wildcards.
 *
 * S3 says 403 of an object that is not there to whoever may not list the bucket, and 404 to whoever may.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export const readByCloudFront = (bucketArn: string, reading: Reading): DataAwsIamPolicyDocumentStatement[] => {
  const condition = [{ test: "ArnLike", variable: "aws:SourceArn", values: [reading.distributionArn] }];
  const principals = cloudFront;
  return [
    { sid: "ReadByCloudFront", principals, actions: ["s3:GetObject"], resources: [`${bucketArn}/*`], condition },
    ...(reading.listing
      ? [{ sid: "TellWhatIsMissing", principals, actions: ["s3:ListBucket"], resources: [bucketArn], condition }]
      : []),
  ];
};
