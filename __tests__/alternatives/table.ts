import { notExercised } from "../../dr/report/not-exercised";
import type { EnvironmentFile } from "../../regions/schema/environment-schema";
import type { RegionFile } from "../../regions/schema/region-schema";

/** What a region file can say instead of the default, and how it is proved. */
export interface Alternative {
  readonly name: string;
  /** What the files of dev's regions say instead, by region and tier. The lost region is eu-west-1. */
  readonly says: NonNullable<EnvironmentFile["differences"]>;
  /** Files of regions that dev has then beside its own. */
  readonly beside?: readonly RegionFile[];
  /** The root that applies it, with the others that name the same; or why none does, and it is only validated. */
  readonly proof: AppliedIn | { readonly validatedOnly: string };
}

const notExercisedBecause = (type: string): string =>
  notExercised.find((listed) => listed.type === type)?.reason ?? `nothing says why ${type} is not exercised`;

/** Roots are few, because each takes minutes: alternatives of different tiers share one. */
export const appliedRoots = ["first root", "second root"] as const;

/** Where an alternative is applied. */
export type AppliedIn = (typeof appliedRoots)[number];

/** Every alternative to what a tier is by default. */
export const alternatives: readonly Alternative[] = [
  {
    name: "web instances that run a container",
    says: { "eu-west-1": { web: { workload: "container", containerImage: "shop/web:1.4.2" } } },
    proof: "first root",
  },
  {
    name: "web in containers on ECS",
    says: { "eu-west-1": { web: { compute: "ecs", containerImage: "shop/web:1.4.2" } } },
    proof: "second root",
  },
  {
    name: "api as a function on Lambda",
    says: { "eu-west-1": { api: { compute: "lambda", containerImage: "shop/api:1.4.2" } } },
    proof: "second root",
  },
  {
    name: "api instances from an AMI of one's own",
    says: {
      "eu-west-1": {
        delivery: { machineImages: { "/shop/api/image": "ami-1e749f67" } },
        api: { workload: "ami", imageParameter: "/shop/api/image" },
      },
    },
    proof: "first root",
  },
  {
    name: "the database as an RDS instance with a standby",
    says: { "eu-west-1": { database: { engine: "rds" } } },
    proof: "first root",
  },
  {
    name: "backups copied into a vault of another account, too",
    says: { "eu-west-1": { backup: { copiesToAccount: "444455556666" } } },
    proof: "first root",
  },
  {
    name: "addresses that a recovery calls out from, reserved in the standby",
    says: { "eu-central-1": { standby: { natAddressZones: ["a", "b", "c"] } } },
    proof: "first root",
  },
  {
    name: "a private authority for the name of the service",
    says: { "eu-west-1": { api: { internalAuthority: "for 400 USD a month" } } },
    proof: "first root",
  },
  {
    name: "one way out for all zones",
    says: { "eu-west-1": { network: { natGateways: "one" } } },
    proof: "second root",
  },
  {
    name: "flow logs straight in a bucket, and endpoints in one zone",
    says: { "eu-west-1": { network: { flowLogDestination: "s3", interfaceEndpointZones: "one" } } },
    proof: "second root",
  },
  {
    name: "app subnets that call out over IPv6, too",
    says: { "eu-west-1": { network: { appIpv6: true } } },
    proof: "second root",
  },
  {
    name: "an archive of logs whose versions are locked",
    says: { "eu-west-1": { logs: { objectLock: "governance" } } },
    proof: "second root",
  },
  {
    name: "a trail whose versions are locked",
    says: { "eu-north-1": { audit: { objectLock: "governance" } } },
    proof: "second root",
  },
  {
    name: "a copy of the states in another region",
    says: { "eu-north-1": { failover: { copiesStatesTo: "eu-central-1" } } },
    proof: "second root",
  },
  {
    name: "copies of backups that are locked until their time is over",
    says: { "eu-central-1": { copies: { lock: "governance" } } },
    proof: "second root",
  },
  {
    name: "an edge with rules of its own: addresses, countries, a path",
    says: {
      "us-east-1": {
        edge: {
          firewallRules: [
            { name: "office", action: "allow", match: "addresses", addresses: ["192.0.2.0/24"] },
            { name: "elsewhere", action: "count", match: "countries", countries: ["AQ"] },
            { name: "admin", action: "block", match: "path", path: "/admin" },
          ],
          firewallManagedOverrides: [
            { group: "AWSManagedRulesCommonRuleSet", rule: "SizeRestrictions_BODY", action: "count" },
          ],
        },
      },
    },
    proof: "second root",
  },
  {
    name: "customers of a country led to a region of their own",
    says: { "us-east-1": { edge: { regionsByCountry: { DE: "eu-west-1" } } } },
    proof: "second root",
  },
  {
    name: "secrets of the shop's own, which the API reads",
    says: {
      "eu-north-1": { secrets: { names: ["payment-key", "mail-login"] } },
      "eu-west-1": { api: { secrets: ["payment-key"] } },
    },
    proof: "second root",
  },
  {
    name: "static files from buckets in two regions",
    says: {
      "eu-central-1": { files: {} },
      "eu-north-1": { files: {} },
      "us-east-1": { edge: { staticPaths: ["/static/*"] } },
    },
    proof: "second root",
  },
  {
    name: "a firewall before the load balancer, with rules of its own",
    says: {
      "eu-west-1": {
        web: {
          firewall: true,
          firewallRules: [
            { name: "office", action: "allow", match: "addresses", addresses: ["192.0.2.0/24", "2001:db8::/32"] },
            { name: "elsewhere", action: "block", match: "path", path: "/elsewhere" },
          ],
          firewallManagedOverrides: [
            { group: "AWSManagedRulesCommonRuleSet", rule: "SizeRestrictions_BODY", action: "count" },
          ],
        },
      },
    },
    proof: "second root",
  },
  {
    name: "a cache beside the database",
    says: { "eu-west-1": { cache: {} } },
    proof: "first root",
  },
  {
    name: "customers in a user pool, whose tokens let events in",
    says: { "eu-west-1": { identity: {} } },
    proof: "second root",
  },
  {
    name: "one database over two live regions",
    says: { "eu-west-1": { database: { engine: "global", copiedTo: ["eu-west-3"] } } },
    beside: [
      {
        name: "eu-west-3",
        role: "live",
        network: { cidr: "10.2.0.0/16" },
        database: { engine: "replica", primaryRegion: "eu-west-1" },
        backup: { copiesTo: "eu-central-1" },
        without: { recovery: "Nothing is rebuilt of what is validated only.", alerts: "Nobody is on call for a test." },
      },
    ],
    proof: { validatedOnly: notExercisedBecause("aws_rds_global_cluster") },
  },
  {
    name: "web as a function on Lambda, api in containers on ECS",
    says: {
      "eu-west-1": {
        web: { compute: "lambda", containerImage: "shop/web:1.4.2" },
        api: { compute: "ecs", containerImage: "shop/api:1.4.2" },
      },
    },
    proof: { validatedOnly: "the second root applies both the other way round, and a third rebuild takes ten minutes" },
  },
  {
    name: "web instances from an AMI of one's own, api instances that run a container",
    says: {
      "eu-west-1": {
        delivery: { machineImages: { "/shop/web/image": "ami-1e749f67" } },
        web: { workload: "ami", imageParameter: "/shop/web/image" },
        api: { workload: "container", containerImage: "shop/api:1.4.2" },
      },
    },
    proof: { validatedOnly: "the first root applies both the other way round, and a third rebuild takes ten minutes" },
  },
  {
    name: "Shield Advanced before the distribution, the zone and the load balancer",
    says: {
      "us-east-1": {
        account: { shieldAdvanced: "for 3,000 USD a month, for a year at least" },
        edge: { shieldProtection: true },
      },
      "eu-west-1": { web: { shieldProtection: true } },
    },
    proof: { validatedOnly: notExercisedBecause("aws_shield_protection") },
  },
  {
    name: "events that a container works off",
    says: { "eu-west-1": { events: { workload: "container", containerImage: "shop/events:1.4.2" } } },
    proof: { validatedOnly: "AWS and the local AWS want the image in ECR first, and no tier puts one there" },
  },
  {
    name: "servers replicated into the standby by Elastic Disaster Recovery",
    says: {
      "eu-central-1": {
        standby: {
          elasticDisasterRecovery: "template",
          stagingSubnetId: "subnet-0123456789abcdef0",
          replicationGroupIds: ["sg-0123456789abcdef0"],
        },
      },
    },
    proof: { validatedOnly: "the local AWS has no Elastic Disaster Recovery" },
  },
];

/** The alternatives that a root applies at once. */
export const appliedIn = (root: AppliedIn): Alternative[] => alternatives.filter(({ proof }) => proof === root);
