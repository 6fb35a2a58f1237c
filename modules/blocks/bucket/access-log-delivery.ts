import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Home } from "../../core/home";
import { is } from "../encryption/statements";

/** Lets S3 write the access logs of this account's buckets. https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html */
export const accessLogDelivery = (home: Home, bucketArn: string): DataAwsIamPolicyDocumentStatement[] => [
  {
    sid: "AccessLogsAreWritten",
    principals: [{ type: "Service", identifiers: ["logging.s3.amazonaws.com"] }],
    actions: ["s3:PutObject"],
    resources: [`${bucketArn}/*`],
    condition: [is("aws:SourceAccount", home.account)],
  },
];
