import { CloudfrontOriginRequestPolicy } from "@cdktf/provider-aws/lib/cloudfront-origin-request-policy";
import { CloudfrontResponseHeadersPolicy } from "@cdktf/provider-aws/lib/cloudfront-response-headers-policy";
import type { Construct } from "constructs";

/** AWS's own policies, the same in every account. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html */
export const managed = {
  cachingDisabled: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
  cachingOptimized: "658327ea-f89d-4fab-a63d-7e88639e58f6",
  allViewer: "216adef6-5c7f-47e4-b989-5492eafa07d3",
} as const;

const twoYears = 63_072_000;

/** What every answer tells the browser: HTTPS only, no framing, no guessing of types, and what a page may load. */
export const securityHeaders = (scope: Construct, namePrefix: string, contentSecurityPolicy: string): string =>
  new CloudfrontResponseHeadersPolicy(scope, "security-headers", {
    name: `${namePrefix}-security-headers`,
    securityHeadersConfig: {
      strictTransportSecurity: { accessControlMaxAgeSec: twoYears, includeSubdomains: true, override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: "DENY", override: true },
      referrerPolicy: { referrerPolicy: "strict-origin-when-cross-origin", override: true },
      contentSecurityPolicy: { contentSecurityPolicy, override: false },
    },
    removeHeadersConfig: { items: [{ header: "Server" }, { header: "X-Powered-By" }] },
  }).id;

/**
 * What the origin sees of a request for what is kept: the name that it is asked under, which its certificate is for.
 *
 * Nothing else: what the origin does not see cannot get into an answer that others are given.
 */
export const hostOnly = (scope: Construct, namePrefix: string): string =>
  new CloudfrontOriginRequestPolicy(scope, "host-only", {
    name: `${namePrefix}-host-only`,
    headersConfig: { headerBehavior: "whitelist", headers: { items: ["Host"] } },
    cookiesConfig: { cookieBehavior: "none" },
    queryStringsConfig: { queryStringBehavior: "none" },
  }).id;
