import { z } from "zod";
import { accountContract } from "../account/contract";
import { logRetentionDays } from "../blocks/log-group/retention";
import { contract } from "../core/contract";
import { reads, readsIfThere, readsOrNull } from "../core/reads";
import { runInputs } from "../core/run";
import { zoneLetters } from "../core/zones";
import { dnsContract } from "../dns/contract";
import { securityContract } from "../security/contract";
import { standbyContract } from "../standby/contract";
import { endpointServices } from "./endpoint-services";

/** The ports that tiers meet at. */
export const ports = { http: 80, https: 443, service: 8443, postgres: 5432, cache: 6379 } as const;

/** What the zone that only the VPC of a region sees is called below the domain. */
export const privateLabel = "internal";

/** Name of that zone. */
export const privateZone = (domain: string): string => `${privateLabel}.${domain}`;

/** What load balancers agree to: TLS 1.3 or 1.2 with forward secrecy, and a key exchange that withstands quantum computers. */
export const tlsPolicy = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";

/** The AWS services that the shop itself calls; a region file adds to them by `[...defaultEndpoints, "sqs"]`. */
export const defaultEndpoints = [
  "ecr.api",
  "ecr.dkr",
  "kms",
  "logs",
  "rds",
  "secretsmanager",
  "ssm",
  "ssmmessages",
  "sts",
] as const;

/** Optional tiers that meet others in the network. */
export const optionalTiers = ["cache", "events"] as const;
export type OptionalTier = (typeof optionalTiers)[number];

export const networkContract = contract({
  name: "network",
  summary: "A VPC with public, app and data subnets in each zone, gateways, endpoints and security groups.",
  scope: "region",
  stores: [{ name: "flow-log", holds: "addresses that connections were from and to", personalData: true }],
  shape: z.object({
    zones: z
      .array(z.enum(zoneLetters))
      .min(2)
      .max(3)
      .refine((letters) => new Set(letters).size === letters.length, "must name each zone once")
      .default(["a", "b", "c"])
      .describe("Letters of the 2 or 3 Availability Zones to use; each subnet and its CIDR block belong to a letter."),
    natGateways: z
      .enum(["zone", "one"])
      .default("zone")
      .describe(
        "A NAT gateway in each zone, or one for all: that costs about 35 USD a month less for each zone without one, but if its zone fails, no zone has outbound internet access.",
      ),
    appIpv6: z
      .boolean()
      .default(false)
      .describe(
        "Whether the app subnets have IPv6, too. Calls to the internet then bypass the NAT gateways, from addresses that no payment provider's list of yours has.",
      ),
    interfaceEndpoints: z
      .array(
        z.enum(
          endpointServices,
          "must be an AWS service with an interface endpoint, one of modules/network/endpoint-services.ts",
        ),
      )
      .default([...defaultEndpoints])
      .describe(
        'AWS services with an interface endpoint in the VPC, which costs about 8 USD a month in each zone. A list replaces the default, and the shop calls all of those; to add one, write [...defaultEndpoints, "sqs"].',
      ),
    interfaceEndpointZones: z
      .enum(["every", "one"])
      .default("every")
      .describe(
        "Whether each interface endpoint is in every zone, or in one for all: that costs about 8 USD a month less for each endpoint and zone, but if its zone fails, no zone reaches these services.",
      ),
    flowLogDestination: z
      .enum(["cloud-watch-logs", "s3"])
      .default("cloud-watch-logs")
      .describe(
        "Where the flow log goes: to a log group, which can be searched at once, and from there to the archive; or straight to a bucket, which costs about half for each GB.",
      ),
  }),
  derived: z.object({
    optionalTiers: z
      .array(z.enum(optionalTiers))
      .describe("Optional tiers of the region that need a security group here."),
    addressesReserved: z
      .boolean()
      .describe("Whether a standby region has Elastic IP addresses reserved, which a recovery there calls out from."),
  }),
  settings: z.object({
    cidr: z
      .string()
      .regex(/^((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\.){2}0\.0\/16$/, "must be a /16 block such as 10.0.0.0/16")
      .describe("IPv4 CIDR block of the VPC."),
    flowLogRetentionDays: logRetentionDays("flow logs"),
  }),
  reads: [
    readsOrNull(accountContract, "boundaryArn"),
    reads(securityContract, "archiveKeyArn", "logsKeyArn"),
    readsIfThere(standbyContract, { reservedAllocationIds: "natAllocationIds" }),
  ],
  needs: runInputs
    .pick({ namePrefix: true, ephemeral: true })
    .extend(dnsContract.needs.pick({ domain: true }).shape)
    .extend({
      zoneNamesByLetter: z.record(z.string(), z.string()).describe("Availability Zone by letter."),
    }),
  outputs: z.object({
    vpcId: z.string().describe("Id of the VPC."),
    zoneNames: z.array(z.string()).describe("Availability Zones in use, in order of their letters."),
    publicSubnetIds: z.array(z.string()).describe("Subnets for the internet-facing load balancer, one per zone."),
    appSubnetIds: z
      .array(z.string())
      .describe(
        "Subnets for the web and API tiers, one per zone; outbound only. Returned only after routes, endpoints and rules exist, so that instances never start in a half-built network.",
      ),
    dataSubnetIds: z
      .array(z.string())
      .describe(
        "Subnets for the database, one per zone; reachable from the app subnets only, without internet access.",
      ),
    natGatewayIds: z.array(z.string()).describe("NAT gateways, in order of the letters of their zones."),
    privateZoneId: z.string().describe("Id of the private Route 53 zone of this VPC."),
    privateZoneName: z.string().describe(`Name of the private zone, ${privateZone("<domain>")}.`),
    entranceGroupIds: z
      .array(z.string())
      .describe(
        "Security groups of the internet-facing load balancer; they allow CloudFront and Route 53 health checks.",
      ),
    webGroupId: z.string().describe("Security group of the web tier."),
    apiEntranceGroupId: z.string().describe("Security group of the internal load balancer of the API tier."),
    apiGroupId: z.string().describe("Security group of the API tier; the only service's that reaches the database."),
    databaseGroupId: z.string().describe("Security group of the database."),
    preparationGroupId: z
      .string()
      .describe("Security group of the function that prepares the database; it reaches AWS services and the database."),
    logGroupNames: z.array(z.string()).describe("Log groups of this tier."),
    cacheGroupIds: z.array(z.string()).describe("Security group of the cache; empty in a region without one."),
    eventsGroupIds: z
      .array(z.string())
      .describe("Security group of the function that processes events; empty in a region without one."),
  }),
});
