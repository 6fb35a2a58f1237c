import { z } from "zod";
import { accountContract } from "../account/contract";
import { auditContract } from "../audit/contract";
import { baselineContract } from "../baseline/contract";
import { bodySettings, firewallSettings, firewallShape, rateSettings } from "../blocks/firewall/contract";
import { country } from "../blocks/firewall/countries";
import { healthPath, servingPath, workingPath } from "../blocks/health/contract";
import { contract } from "../core/contract";
import { reads } from "../core/reads";
import { runInputs } from "../core/run";
import { dnsContract } from "../dns/contract";
import { eventsRegionName, sharedEventsName } from "../events/contract";
import { failoverContract } from "../failover/contract";
import type { Switch } from "../failover/switches/contract";
import { originName } from "../web/contract";

/** Names in the domain's zone that lead to its regions. */
export const originNames = (domain: string) => ({
  /** Of one region; its web tier makes it. */
  region: (region: string) => originName(region, domain),
  /** Of the nearest live region that may get customers. */
  live: `live.origin.${domain}`,
  /** Of the nearest region that a lost one was rebuilt in and that is open. */
  recovered: `recovered.origin.${domain}`,
  /** Of what was recovered as long as one is open, else of none. */
  spare: `spare.origin.${domain}`,
  /** Of the live ones as long as one may get customers, else of `spare`. */
  healthy: `origin.${domain}`,
  /** The same, after the countries that have a region of their own. */
  byCountry: `country.origin.${domain}`,
  /** Tells in a TXT record what Route 53 takes a switch of a region for: "set" or "not set". */
  switched: (which: Switch, region: string) => `${which}.${region}.origin.${domain}`,
  /** Has no address: where customers are led when no region is open to them. */
  closed: `closed.origin.${domain}`,
});

/** The same for events: names that lead to the API of each region that answers `events.<domain>`. */
export const eventsNames = (domain: string) => {
  const shared = sharedEventsName(domain);
  return {
    region: (region: string) => eventsRegionName(region, domain),
    live: `live.${shared}`,
    recovered: `recovered.${shared}`,
    spare: `spare.${shared}`,
    healthy: `healthy.${shared}`,
    byCountry: `country.${shared}`,
    closed: originNames(domain).closed,
  };
};

export const edgeContract = contract({
  name: "edge",
  summary:
    "What customers connect to: CloudFront and its firewall in front of all regions, and the DNS records that lead to a healthy one.",
  scope: "global",
  after: [accountContract, auditContract, failoverContract],
  shape: z
    .object({
      outOfService: z
        .array(z.string())
        .default([])
        .describe(
          "Live regions that get no customers, for maintenance. One must remain, unless openRegions names a recovered one.",
        ),
      openRegions: z
        .array(z.string())
        .default([])
        .describe(
          "Standby regions that a lost one was rebuilt in and that are open for good: their switch is not asked any more.",
        ),
      regionsByCountry: z
        .record(country, z.string())
        .default({})
        .describe(
          "Live region by country, { DE: a region }; others get the nearest one. Route 53 sees the CloudFront location that a customer meets, mostly in the customer's country and not always: no promise where data is processed.",
        ),
      cachedPaths: z
        .array(z.string().regex(/^\//, "must begin with /"))
        .max(20)
        .default(["/static/*", "/assets/*", "/images/*"])
        .describe("Paths that CloudFront may cache, because they are the same for everyone; others are never cached."),
      staticPaths: z
        .array(z.string().regex(/^\//, "must begin with /"))
        .max(10)
        .default([])
        .describe(
          "Paths that CloudFront answers from the buckets of the tier files, not from a region, such as /static/*. They go before cachedPaths. Put the files there first.",
        ),
      shieldProtection: z
        .boolean()
        .default(false)
        .describe(
          "Whether Shield Advanced protects the distribution and the zone; the account must be subscribed to it.",
        ),
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
    standbyRegions: z.array(z.string()).describe("Regions where a lost one is rebuilt."),
    fileRegions: z.array(z.string()).describe("Regions of the buckets of static files, in the order they are asked."),
    leadsEvents: z
      .boolean()
      .optional()
      .describe(
        `Whether ${sharedEventsName("<domain>")} leads where the shop does: where customers' tokens let events in, in each live region.`,
      ),
  }),
  settings: firewallSettings.extend({ ...rateSettings.shape, ...bodySettings.shape }).extend({
    priceClass: z
      .enum(["PriceClass_100", "PriceClass_200", "PriceClass_All"])
      .default("PriceClass_100")
      .describe("CloudFront's price class; PriceClass_100 is Europe and North America."),
    contentSecurityPolicy: z
      .string()
      .nullable()
      .default(null)
      .describe(
        "Content Security Policy of responses that do not set their own; null allows the shop's domain, and what sign-in and events need where a region has them.",
      ),
    readinessPath: healthPath
      .default(workingPath)
      .describe(
        `Path at which Route 53 asks a region whether it can serve; customers leave one that does not answer it with 2xx or 3xx. Say ${servingPath} once the images of web answer it.`,
      ),
    errorRatePercent: z
      .number()
      .min(0.1)
      .max(100)
      .default(5)
      .describe("Percentage of 5xx responses that raises an alarm when it lasts ten minutes."),
  }),
  reads: [
    reads(dnsContract, "zoneId", "certificateArn", "sentOriginSecretName"),
    reads(baselineContract, "findingsTopicArn"),
  ],
  needs: runInputs
    .pick({ namePrefix: true })
    .extend({ switchRegion: z.string().describe("Region of the switches: that of the tier failover.") })
    .extend({
      pageOrigins: z
        .array(z.string())
        .describe("Origins that the shop's pages call beside its own: sign-in and events, live and recovered."),
    })
    .extend(dnsContract.needs.pick({ domain: true }).shape)
    .extend(auditContract.needs.pick({ edgeLogBucketName: true, wafLogBucketName: true }).shape)
    .extend(failoverContract.needs.pick({ pageBucketName: true }).shape),
  outputs: z.object({
    distributionId: z.string().describe("Id of the distribution, for example for invalidations."),
    distributionDomainName: z.string().describe("CloudFront's domain name of the distribution."),
    webAclArn: z.string().describe("ARN of the web ACL in front of CloudFront."),
  }),
});
