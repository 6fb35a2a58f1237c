import { CloudfrontOriginAccessControl } from "@cdktf/provider-aws/lib/cloudfront-origin-access-control";
import type { Construct } from "constructs";
import { pagePath } from "../failover/contract";
import { managed } from "./policies";

interface PageOptions {
  readonly namePrefix: string;
  readonly bucketName: string;
  readonly region: string;
}

/** What of a distribution shows a page in place of CloudFront's own error while no region can be asked. */
export interface Page {
  readonly origin: { readonly originId: "page"; readonly domainName: string; readonly originAccessControlId: string };
  readonly behavior: {
    readonly pathPattern: string;
    readonly targetOriginId: "page";
    readonly allowedMethods: string[];
    readonly cachedMethods: string[];
    readonly cachePolicyId: string;
  };
  readonly errorResponses: {
    readonly errorCode: number;
    readonly responseCode: number;
    readonly responsePagePath: string;
    readonly errorCachingMinTtl: number;
  }[];
}

/**
 * Shows the page of the tier failover where no region answers: CloudFront says 502 of a name without an address and of a broken
 * connection, 504 of none, and a load balancer 503 without targets.
 *
 * What the shop itself answers with one of these is replaced, too; 500 is not.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/GeneratingCustomErrorResponses.html
 */
export function page(scope: Construct, { namePrefix, bucketName, region }: PageOptions): Page {
  const access = new CloudfrontOriginAccessControl(scope, "page", {
    name: `${namePrefix}-page`,
    description: "Reads the page that customers get while no region is open",
    originAccessControlOriginType: "s3",
    signingBehavior: "always",
    signingProtocol: "sigv4",
  });
  const reading = ["GET", "HEAD"];
  return {
    origin: {
      originId: "page",
      domainName: `${bucketName}.s3.${region}.amazonaws.com`,
      originAccessControlId: access.id,
    },
    behavior: {
      pathPattern: pagePath,
      targetOriginId: "page",
      allowedMethods: reading,
      cachedMethods: reading,
      cachePolicyId: managed.cachingOptimized,
    },
    errorResponses: [502, 503, 504].map((errorCode) => ({
      errorCode,
      responseCode: 503,
      responsePagePath: pagePath,
      errorCachingMinTtl: 10,
    })),
  };
}
