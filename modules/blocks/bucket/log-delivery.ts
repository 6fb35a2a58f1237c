import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Home } from "../../core/home";
import { is } from "../encryption/statements";

const deliverer = [{ type: "Service", identifiers: ["delivery.logs.amazonaws.com"] }];

/**
 * Lets AWS's log delivery of this account write, below a folder such as `AWSLogs/` where one is given. CloudFront, WAF and
 * network load balancers log by it; it looks at the bucket first.
 *
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-S3.html
 */
export const logDelivery = (home: Home, bucketArn: string, folder = ""): DataAwsIamPolicyDocumentStatement[] => [
  {
    sid: "LogDeliveryFindsTheBucket",
    principals: deliverer,
    actions: ["s3:GetBucketAcl"],
    resources: [bucketArn],
    condition: [is("aws:SourceAccount", home.account)],
  },
  {
    sid: "LogsAreDelivered",
    principals: deliverer,
    actions: ["s3:PutObject"],
    resources: [`${bucketArn}/${folder}*`],
    condition: [is("aws:SourceAccount", home.account)],
  },
];
