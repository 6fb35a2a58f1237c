import { z } from "zod";
import { country } from "./countries";

/** AWS's own rule groups. https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html */
const managedRules = z.enum([
  "AWSManagedRulesCommonRuleSet",
  "AWSManagedRulesSQLiRuleSet",
  "AWSManagedRulesKnownBadInputsRuleSet",
  "AWSManagedRulesAmazonIpReputationList",
  "AWSManagedRulesAnonymousIpList",
  "AWSManagedRulesLinuxRuleSet",
]);

export type ManagedRules = z.output<typeof managedRules>;

const common = {
  name: z.string().regex(/^[a-z](-?[a-z0-9])*$/, "must be lower-case words with hyphens"),
  action: z.enum(["block", "allow", "count"]),
};

const countries = z.strictObject({ ...common, match: z.literal("countries"), countries: z.array(country).min(1) });

const addresses = z.strictObject({
  ...common,
  match: z.literal("addresses"),
  addresses: z
    .array(
      z
        .string()
        .regex(
          /^([0-9.]+|[0-9a-f:]*:[0-9a-f:]*)\/[1-9]\d{0,2}$/,
          "must be a block such as 192.0.2.0/24 or 2001:db8::/32",
        ),
    )
    .min(1),
});

const path = z.strictObject({
  ...common,
  match: z.literal("path"),
  path: z.string().regex(/^\//, "must begin with /"),
});

/** A rule of the shop's own before CloudFront: what to do with requests from somewhere, or to somewhere. */
const edgeRule = z.discriminatedUnion("match", [countries, addresses, path]);

/**
 * The same before a load balancer. It knows no country: WAF takes it from the first address of a header that CloudFront
 * only adds to, which whoever sends the request has written.
 */
const regionalRule = z.discriminatedUnion("match", [addresses, path]);

/** What is done instead of what AWS's group does: what blocks the shop's own customers is counted. */
const managedOverride = z.strictObject({
  group: managedRules,
  rule: z.string().regex(/^[A-Za-z0-9]+(_[A-Za-z0-9]+)*$/, "must be a rule of the group such as SizeRestrictions_BODY"),
  action: z.enum(["block", "allow", "count"]),
});
export type ManagedOverride = z.output<typeof managedOverride>;

export type FirewallRule = z.output<typeof edgeRule>;

const shape = <Rule extends typeof edgeRule | typeof regionalRule>(
  managed: readonly ManagedRules[],
  rule: Rule,
  matches: string,
) =>
  z.object({
    firewallManagedRules: z
      .array(managedRules)
      .default([...managed])
      .describe("AWS managed rule groups that a request must pass. Each costs 1 USD a month."),
    firewallManagedOverrides: z
      .array(managedOverride)
      .max(100)
      .default([])
      .describe(
        "Rules of these groups that do something else: a list of { group, rule, action: block, allow or count }. Begin with count for what blocks your customers, such as SizeRestrictions_BODY, which refuses bodies above 8 KiB.",
      ),
    firewallRules: z
      .array(rule)
      .max(50)
      .default([])
      .describe(
        `Rules of your own, evaluated in this order before all others: a list of { name, action: block, allow or count, match: ${matches}, and its value }. A request that one allows skips the others. Each costs 1 USD a month.`,
      ),
  });

/** The shape of a tier whose web ACL stands before CloudFront. */
export const firewallShape = (managed: readonly ManagedRules[]) =>
  shape(managed, edgeRule, "countries, addresses or path");

/** The shape of a tier whose web ACL stands before a load balancer, behind CloudFront. */
export const regionalFirewallShape = (managed: readonly ManagedRules[]) =>
  shape(managed, regionalRule, "addresses or path");

const perFiveMinutes = z.int().min(10).max(2_000_000_000);

/** The settings of every tier that has a web ACL. */
export const firewallSettings = z.object({
  blockedRequestsPerFiveMinutes: z
    .int()
    .min(1)
    .default(1000)
    .describe("Number of blocked requests within five minutes that raises an alarm."),
});

/** What of a body CloudFront hands to the firewall; of a load balancer's it is 8 KB, and nothing changes that. */
export const bodySettings = z.object({
  firewallBodyInspection: z
    .enum(["KB_16", "KB_32", "KB_48", "KB_64"])
    .default("KB_16")
    .describe(
      "How much of a request's body AWS's rules look at; what is beyond passes unseen. AWS charges extra for bodies above 16 KB.",
    ),
});

/** Limits for one client address, which only CloudFront's web ACL can know. */
export const rateSettings = z.object({
  firewallRequestsPerFiveMinutes: perFiveMinutes
    .default(2000)
    .describe(
      "Requests that one client address may make in five minutes, those for cached paths aside; more are blocked.",
    ),
  firewallCachedRequestsPerFiveMinutes: perFiveMinutes
    .default(20_000)
    .describe("The same for cached paths: a page can have many images. The rule costs 1 USD a month."),
});
