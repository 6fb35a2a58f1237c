import { z } from "zod";
import { accountContract } from "../account/contract";
import { auditContract } from "../audit/contract";
import { baselineContract } from "../baseline/contract";
import { firewallSettings, firewallShape } from "../blocks/firewall/contract";
import { country } from "../blocks/firewall/countries";
import { contract } from "../core/contract";
import { reads } from "../core/reads";
import { runInputs } from "../core/run";
import { dnsContract } from "../dns/contract";
import { originName } from "../web/contract";

/** Names of the regions in the domain's zone. */
export const originNames = (domain: string) => ({
  /** Of one region; its web tier makes it. */
  region: (region: string) => originName(region, domain),
  /** Of the nearest healthy region that is live. */
  live: `live.origin.${domain}`,
  /** Of the nearest healthy region that a lost one was rebuilt in. */
  recovered: `recovered.origin.${domain}`,
  /** Of the live ones as long as one is healthy, else of the recovered ones. */
  healthy: `origin.${domain}`,
  /** The same, after the countries that have a region of their own. */
  byCountry: `country.origin.${domain}`,
});

export const edgeContract = contract({
  name: "edge",
  summary:
    "What customers reach: CloudFront and its firewall before all regions, and the records that point it to a healthy one.",
  scope: "global",
  after: [accountContract, auditContract],
  shape: z
    .object({
      outOfService: z
        .array(z.string())
        .default([])
        .describe("Live regions that get no customers, for maintenance; at least one must be left."),
      regionsByCountry: z
        .record(country, z.string())
        .default({})
        .describe("Live region for customers of a country; all others get the nearest one: { DE: a region }."),
      cachedPaths: z
        .array(z.string().regex(/^\//, "must begin with /"))
        .max(20)
        .default(["/static/*", "/assets/*", "/images/*"])
        .describe(
          "Paths that are the same for everybody, so that CloudFront may keep them; all others are never kept.",
        ),
      shieldProtection: z
        .boolean()
        .default(false)
        .describe("Whether Shield Advanced protects distribution and zone; the account must have subscribed to it."),
    })
    .extend(
      firewallShape([
        "AWSManagedRulesAmazonIpReputationList",
        "AWSManagedRulesCommonRuleSet",
        "AWSManagedRulesKnownBadInputsRuleSet",
        "AWSManagedRulesSQLiRuleSet",
      ]).shape,
    ),
  derived: z.object({
    liveRegions: z.array(z.string()).describe("Regions that run the shop."),
    standbyRegions: z.array(z.string()).describe("Regions that a lost one is rebuilt in."),
  }),
  settings: firewallSettings.extend({
    priceClass: z
      .enum(["PriceClass_100", "PriceClass_200", "PriceClass_All"])
      .default("PriceClass_100")
      .describe("Where CloudFront answers from; 100 is Europe and North America."),
    contentSecurityPolicy: z
      .string()
      .default(
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; upgrade-insecure-requests",
      )
      .describe("What pages may load and where forms may go, where the shop's own answer does not say it."),
    errorRatePercent: z
      .number()
      .min(0.1)
      .max(100)
      .default(5)
      .describe("Share of answers with a 5xx status, in percent, that is an alert when it lasts ten minutes."),
  }),
  reads: [
    reads(dnsContract, "zoneId", "certificateArn", "sentOriginSecretName"),
    reads(baselineContract, "findingsTopicArn"),
  ],
  needs: runInputs
    .pick({ namePrefix: true })
    .extend(dnsContract.needs.pick({ domain: true }).shape)
    .extend(auditContract.needs.pick({ edgeLogBucketName: true, wafLogBucketName: true }).shape),
  outputs: z.object({
    distributionId: z.string().describe("Id of the distribution, for invalidations."),
    distributionDomainName: z.string().describe("CloudFront's own name of the distribution."),
    webAclArn: z.string().describe("The web ACL before CloudFront."),
  }),
});
