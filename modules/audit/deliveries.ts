import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { is } from "../blocks/encryption/statements";
import type { Home } from "../core/home";

type Statement = DataAwsIamPolicyDocumentStatement;

const service = (name: string) => [{ type: "Service", identifiers: [`${name}.amazonaws.com`] }];

/** Lets CloudTrail write this one trail. https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html */
export const trailDelivery = (home: Home, bucketArn: string, trailArn: string): Statement[] => [
  {
    sid: "TrailFindsTheBucket",
    principals: service("cloudtrail"),
    actions: ["s3:GetBucketAcl"],
    resources: [bucketArn],
    condition: [is("aws:SourceArn", trailArn)],
  },
  {
    sid: "TrailIsWritten",
    principals: service("cloudtrail"),
    actions: ["s3:PutObject"],
    resources: [`${bucketArn}/AWSLogs/${home.account}/*`],
    condition: [is("aws:SourceArn", trailArn)],
  },
];

/** Lets AWS Config of this account write, from any region. https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html */
export const configDelivery = (home: Home, bucketArn: string): Statement[] => [
  {
    sid: "ConfigFindsTheBucket",
    principals: service("config"),
    actions: ["s3:GetBucketAcl", "s3:ListBucket"],
    resources: [bucketArn],
    condition: [is("aws:SourceAccount", home.account)],
  },
  {
    sid: "ConfigIsWritten",
    principals: service("config"),
    actions: ["s3:PutObject"],
    resources: [`${bucketArn}/AWSLogs/${home.account}/Config/*`],
    condition: [is("aws:SourceAccount", home.account)],
  },
];

/** Who uses the key: the services that write, for this account, and whoever in the account reads through S3. */
export const auditKeyStatements = (home: Home, trailArn: string): Statement[] => [
  {
    sid: "WriteTheTrail",
    principals: service("cloudtrail"),
    actions: ["kms:DescribeKey", "kms:GenerateDataKey*"],
    resources: ["*"],
    condition: [is("aws:SourceArn", trailArn)],
  },
  {
    sid: "WriteLogs",
    principals: [{ type: "Service", identifiers: ["config.amazonaws.com", "delivery.logs.amazonaws.com"] }],
    actions: ["kms:Decrypt", "kms:GenerateDataKey*"],
    resources: ["*"],
    condition: [is("aws:SourceAccount", home.account)],
  },
];
