import type { CloudfrontDistributionOrderedCacheBehavior } from "@cdktf/provider-aws/lib/cloudfront-distribution";
import { CloudfrontOriginAccessControl } from "@cdktf/provider-aws/lib/cloudfront-origin-access-control";
import type { Construct } from "constructs";
import { filesBucketName } from "../files/contract";
import { managed } from "./policies";

interface StaticFilesOptions {
  readonly namePrefix: string;
  readonly account: string;
  readonly paths: readonly string[];
  /** Regions of the buckets, in the order in which they are asked. */
  readonly regions: readonly string[];
}

/** What of a distribution answers paths from buckets: an origin for each, and the group that falls back on the second one. */
export interface StaticFiles {
  readonly origins: {
    readonly originId: string;
    readonly domainName: string;
    readonly originAccessControlId: string;
  }[];
  readonly group: {
    readonly originId: string;
    readonly failoverCriteria: { readonly statusCodes: number[] };
    readonly member: { readonly originId: string }[];
  };
  readonly behaviors: CloudfrontDistributionOrderedCacheBehavior[];
}

/**
 * Answers some paths from the buckets of the tier files: each request that nothing is kept of asks the first one, and the
 * second one where that fails or refuses.
 *
 * Not where it says 404: a file that was taken away there would be shown from the other one.
 * S3 knows a request by the bucket's own host name, so it gets no header of the customer's.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html
 */
export function staticFiles(scope: Construct, options: StaticFilesOptions): StaticFiles {
  const { namePrefix, account, paths, regions } = options;
  const access = new CloudfrontOriginAccessControl(scope, "files", {
    name: `${namePrefix}-files`,
    description: "Reads static files from their buckets",
    originAccessControlOriginType: "s3",
    signingBehavior: "always",
    signingProtocol: "sigv4",
  });
  const reading = ["GET", "HEAD"];
  const origins = regions.map((region) => ({
    originId: `files-${region}`,
    domainName: `${filesBucketName({ account, region })}.s3.${region}.amazonaws.com`,
    originAccessControlId: access.id,
  }));
  return {
    origins,
    group: {
      originId: "files",
      failoverCriteria: { statusCodes: [403, 500, 502, 503, 504] },
      member: origins.map(({ originId }) => ({ originId })),
    },
    behaviors: paths.map((pathPattern) => ({
      pathPattern,
      targetOriginId: "files",
      viewerProtocolPolicy: "redirect-to-https",
      allowedMethods: reading,
      cachedMethods: reading,
      cachePolicyId: managed.cachingOptimized,
    })),
  };
}
