import { S3Object } from "@cdktf/provider-aws/lib/s3-object";
import type { Construct } from "constructs";
import { closedBucket } from "../blocks/bucket/bucket";
import { readByCloudFront } from "../blocks/bucket/cloudfront-reads";
import type { Inputs } from "../core/contract";
import type { Home } from "../core/home";
import { type failoverContract, pagePath } from "./contract";

/**
 * The page that customers get while no region is open to them: in a bucket that only CloudFront reads, apart from every
 * region that can be lost.
 */
export function page(scope: Construct, home: Home, inputs: Inputs<typeof failoverContract>): void {
  const distributionArn = `arn:${home.partition}:cloudfront::${home.account}:distribution/*`;
  const bucket = closedBucket(scope, "page", {
    name: inputs.pageBucketName,
    forceDestroy: inputs.ephemeral,
    accessLogBucket: inputs.accessLogBucketName,
    statements: (arn) => readByCloudFront(arn, { distributionArn }),
  });
  new S3Object(scope, "page", {
    bucket: bucket.name,
    key: pagePath.slice(1),
    content: inputs.unavailablePage,
    contentType: "text/html; charset=utf-8",
    cacheControl: "max-age=60",
  });
}
