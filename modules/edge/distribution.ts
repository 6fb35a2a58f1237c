import {
  CloudfrontDistribution,
  type CloudfrontDistributionOrderedCacheBehavior,
} from "@cdktf/provider-aws/lib/cloudfront-distribution";
import type { Construct } from "constructs";
import { originHeader } from "../dns/contract";
import type { Page } from "./page";
import { managed } from "./policies";
import type { StaticFiles } from "./static-files";

interface DistributionOptions {
  readonly comment: string;
  readonly aliases: string[];
  readonly certificateArn: string;
  readonly webAclArn: string;
  readonly priceClass: string;
  readonly cachedPaths: readonly string[];
  /** Name of the origin that every request goes to. */
  readonly origin: string;
  /** Name of the one that a kept path is asked of when the first one fails; none without it. */
  readonly spare?: string;
  readonly originSecret: string;
  readonly page: Page;
  /** What is answered from buckets; none without it. */
  readonly files?: StaticFiles;
  readonly redirectArn: string;
  readonly securityHeadersId: string;
  readonly hostOnlyId: string;
}

const reading = ["GET", "HEAD"];
const everyMethod = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"];

/**
 * One distribution for all regions: it keeps what is the same for everybody, and hands on everything else as it is.
 *
 * CloudFront lets only GET and HEAD fall back on a second origin, and refuses a group of origins where others are
 * allowed: those go where the records point.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html
 */
export function distribution(scope: Construct, options: DistributionOptions): CloudfrontDistribution {
  const { origin, spare, page, files } = options;
  const behavior = {
    compress: true,
    viewerProtocolPolicy: "redirect-to-https",
    responseHeadersPolicyId: options.securityHeadersId,
    functionAssociation: [{ eventType: "viewer-request", functionArn: options.redirectArn }],
  };
  const kept = options.cachedPaths.map(
    (pathPattern): CloudfrontDistributionOrderedCacheBehavior => ({
      ...behavior,
      pathPattern,
      targetOriginId: spare === undefined ? "healthy" : "healthy-or-recovered",
      allowedMethods: reading,
      cachedMethods: reading,
      cachePolicyId: managed.cachingOptimized,
      originRequestPolicyId: options.hostOnlyId,
    }),
  );

  return new CloudfrontDistribution(scope, "shop", {
    comment: options.comment,
    enabled: true,
    aliases: options.aliases,
    httpVersion: "http2and3",
    isIpv6Enabled: true,
    priceClass: options.priceClass,
    webAclId: options.webAclArn,
    viewerCertificate: {
      acmCertificateArn: options.certificateArn,
      minimumProtocolVersion: "TLSv1.2_2021",
      sslSupportMethod: "sni-only",
    },
    restrictions: { geoRestriction: { restrictionType: "none" } },
    origin: [
      originOf("healthy", origin, options.originSecret),
      ...(spare === undefined ? [] : [originOf("recovered", spare, options.originSecret)]),
      page.origin,
      ...(files?.origins ?? []),
    ],
    originGroup: [
      ...(spare === undefined
        ? []
        : [
            {
              originId: "healthy-or-recovered",
              failoverCriteria: { statusCodes: [500, 502, 503, 504] },
              member: [{ originId: "healthy" }, { originId: "recovered" }],
            },
          ]),
      ...(files ? [files.group] : []),
    ],
    defaultCacheBehavior: {
      ...behavior,
      targetOriginId: "healthy",
      allowedMethods: everyMethod,
      cachedMethods: reading,
      cachePolicyId: managed.cachingDisabled,
      originRequestPolicyId: managed.allViewer,
    },
    orderedCacheBehavior: [
      ...(files?.behaviors ?? []).map((one) => ({ ...one, ...behavior })),
      ...kept,
      { ...behavior, ...page.behavior, functionAssociation: [] },
    ],
    customErrorResponse: page.errorResponses,
    // It serves at once where it is known already, so nothing has to wait until the last place knows it.
    waitForDeployment: false,
  });
}

const originOf = (originId: string, domainName: string, secret: string) => ({
  originId,
  domainName,
  connectionAttempts: 2,
  connectionTimeout: 5,
  customHeader: [{ name: originHeader, value: secret }],
  customOriginConfig: {
    httpPort: 80,
    httpsPort: 443,
    originProtocolPolicy: "https-only",
    originSslProtocols: ["TLSv1.2"],
    originReadTimeout: 30,
    originKeepaliveTimeout: 5,
  },
});
