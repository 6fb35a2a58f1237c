import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import type { Construct } from "constructs";

/**
 * Who may write access logs: the log delivery of Elastic Load Balancing, into the folder of this account.
 *
 * The service's name works in every region; the account numbers of older regions are AWS's former way.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 */
export const deliveryPolicy = (scope: Construct, bucket: S3Bucket, account: string): string =>
  new DataAwsIamPolicyDocument(scope, "delivery-only", {
    statement: [
      {
        sid: "LoadBalancersOfThisAccount",
        principals: [{ type: "Service", identifiers: ["logdelivery.elasticloadbalancing.amazonaws.com"] }],
        actions: ["s3:PutObject"],
        resources: [`${bucket.arn}/AWSLogs/${account}/*`],
      },
      {
        sid: "OnlyTls",
        effect: "Deny",
        principals: [{ type: "*", identifiers: ["*"] }],
        actions: ["s3:*"],
        resources: [bucket.arn, `${bucket.arn}/*`],
        condition: [{ test: "Bool", variable: "aws:SecureTransport", values: ["false"] }],
      },
    ],
  }).json;
