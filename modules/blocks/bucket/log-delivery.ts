import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Home } from "../../core/home";
import { is } from "../encryption/statements";

const deliverer = [{ type: "Service", identifiers: ["delivery.logs.amazonaws.com"] }];

/**
 * Lets AWS's log delivery of this account write, below a folder such as `AWSLogs/` where one is given. CloudFront, WAF and
 * network load balancers log by it; it looks at the bucket first.
 *
 * Names and conditions are AWS's own: a bucket that lacks these statements gets them from AWS when logging begins, and then
 * differs from its code. Deliveries of CloudFront come from us-east-1, wherever the bucket is.
 *
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-S3.html
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-S3.html
 */
export const logDelivery = (home: Home, bucketArn: string, folder = ""): DataAwsIamPolicyDocumentStatement[] => {
  const deliveries = [
    is("aws:SourceAccount", home.account),
    { test: "ArnLike", variable: "aws:SourceArn", values: [`arn:${home.partition}:logs:*:${home.account}:*`] },
  ];
  return [
    {
      sid: "AWSLogDeliveryAclCheck",
      principals: deliverer,
      actions: ["s3:GetBucketAcl"],
      resources: [bucketArn],
      condition: deliveries,
    },
    {
      sid: "AWSLogDeliveryWrite",
      principals: deliverer,
      actions: ["s3:PutObject"],
      resources: [`${bucketArn}/${folder}*`],
      condition: [is("s3:x-amz-acl", "bucket-owner-full-control"), ...deliveries],
    },
  ];
};
