import { z } from "zod";
import { apiContract } from "../api/contract";
import {
  computeNeeds,
  computeOutputs,
  computeReads,
  computeRules,
  computeSettings,
  computeVariants,
} from "../blocks/compute/contract";
import { desyncSettings } from "../blocks/compute/desync";
import { endpointShape } from "../blocks/endpoints/contract";
import { firewallSettings, regionalFirewallShape } from "../blocks/firewall/contract";
import { healthPath, servingPath, workingPath } from "../blocks/health/contract";
import { contract } from "../core/contract";
import { reads } from "../core/reads";
import { runInputs } from "../core/run";
import { deliveryContract } from "../delivery/contract";
import { dnsContract } from "../dns/contract";
import { logsContract } from "../logs/contract";
import { networkContract } from "../network/contract";
import { securityContract } from "../security/contract";

/** Name that CloudFront reaches a region's load balancer by; the web tier makes it. */
export const originName = (region: string, domain: string): string => `origin.${region}.${domain}`;

export const webContract = contract({
  name: "web",
  summary:
    "The shop's pages: a load balancer that only CloudFront reaches, in front of instances, containers or a function in all zones.",
  scope: "region",
  after: [deliveryContract],
  stores: [{ name: "logs", holds: "requests of customers, and their addresses", personalData: true }],
  shape: z
    .object({
      firewall: z
        .boolean()
        .default(false)
        .describe(
          "Whether the load balancer has a web ACL, too; CloudFront always has one. It costs 5 USD a month, and its rules.",
        ),
      shieldProtection: z
        .boolean()
        .default(false)
        .describe("Whether Shield Advanced protects the load balancer; the account must be subscribed to it."),
    })
    .extend(
      regionalFirewallShape([
        "AWSManagedRulesCommonRuleSet",
        "AWSManagedRulesKnownBadInputsRuleSet",
        "AWSManagedRulesSQLiRuleSet",
      ]).shape,
    ),
  derived: apiContract.shape.pick({ internalAuthority: true }).extend(endpointShape.shape),
  settings: computeSettings
    .extend(desyncSettings.shape)
    .extend(firewallSettings.shape)
    .extend({
      healthPaths: z
        .array(healthPath)
        .min(1)
        .max(3)
        .default([workingPath, servingPath])
        .describe(
          "Paths that the load balancer hands on without CloudFront's secret, which Route 53's health checks do not send: edge.readinessPath must be one of them.",
        ),
    }),
  variants: computeVariants,
  reads: [
    ...computeReads,
    reads(dnsContract, "zoneId", "originSecretNames"),
    reads(networkContract, "vpcId", "publicSubnetIds", "entranceGroupIds", "webGroupId", "privateZoneName"),
    reads(securityContract, "alertTopicArn"),
    reads(logsContract, "accessLogBucketName"),
  ],
  needs: computeNeeds
    .extend(runInputs.pick({ ephemeral: true }).shape)
    .extend(dnsContract.needs.pick({ domain: true }).shape),
  outputs: computeOutputs.extend({
    originName: z
      .string()
      .describe(`Name by which CloudFront reaches this region, ${originName("<region>", "<domain>")}.`),
  }),
  rules: computeRules,
});
