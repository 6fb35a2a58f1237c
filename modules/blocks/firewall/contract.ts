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

/** A rule of the shop's own: what to do with requests from somewhere, or to somewhere. */
const firewallRule = z.discriminatedUnion("match", [
  z.strictObject({
    ...common,
    match: z.literal("countries"),
    countries: z.array(country).min(1),
  }),
  z.strictObject({
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
  }),
  z.strictObject({ ...common, match: z.literal("path"), path: z.string().regex(/^\//, "must begin with /") }),
]);

export type FirewallRule = z.output<typeof firewallRule>;

/** The shape of a tier that has a web ACL. */
export const firewallShape = (managed: readonly ManagedRules[]) =>
  z.object({
    firewallManagedRules: z
      .array(managedRules)
      .default([...managed])
      .describe("AWS managed rule groups that a request must pass."),
    firewallRules: z
      .array(firewallRule)
      .max(50)
      .default([])
      .describe(
        "Rules of your own, evaluated in this order before all others: a list of { name, action: block, allow or count, match: countries, addresses or path, and its value }. A request that one allows skips the others.",
      ),
  });

/** The settings of a tier that has a web ACL. */
export const firewallSettings = z.object({
  firewallRequestsPerFiveMinutes: z
    .int()
    .min(10)
    .max(2_000_000_000)
    .default(2000)
    .describe("Requests that one client address may make in five minutes; more are blocked."),
  blockedRequestsPerFiveMinutes: z
    .int()
    .min(1)
    .default(1000)
    .describe("Number of blocked requests within five minutes that raises an alarm."),
});
