import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { S3Object } from "@cdktf/provider-aws/lib/s3-object";
import type { Construct } from "constructs";
import { closedBucket } from "../blocks/bucket/bucket";
import type { Inputs } from "../core/contract";
import type { Home } from "../core/home";
import { type failoverContract, pagePath } from "./contract";

/**
 * The page that customers get while no region is open to them: in a bucket that only CloudFront reads, apart from every
 * region that can be lost.
 */
export function page(scope: Construct, home: Home, inputs: Inputs<typeof failoverContract>): void {
  const bucket = closedBucket(scope, "page", {
    name: inputs.pageBucketName,
    forceDestroy: inputs.ephemeral,
    accessLogBucket: inputs.accessLogBucketName,
    statements: (arn) => [readByCloudFront(home, arn)],
  });
  new S3Object(scope, "page", {
    bucket: bucket.name,
    key: pagePath.slice(1),
    content: inputs.unavailablePage,
    contentType: "text/html; charset=utf-8",
    cacheControl: "max-age=60",
  });
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html */
const readByCloudFront = ({ partition, account }: Home, arn: string): DataAwsIamPolicyDocumentStatement => ({
  sid: "ReadByCloudFront",
  principals: [{ type: "Service", identifiers: ["cloudfront.amazonaws.com"] }],
  actions: ["s3:GetObject"],
  resources: [`${arn}/*`],
  condition: [
    { test: "ArnLike", variable: "aws:SourceArn", values: [`arn:${partition}:cloudfront::${account}:distribution/*`] },
  ],
});
