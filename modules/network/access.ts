import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { type OptionalTier, ports } from "./contract";
import type { AddressList } from "./prefix-lists";

/** The groups that tiers meet at, and what each is for. A description cannot be changed later. */
const purposes = {
  entrance: "Internet-facing load balancer",
  "entrance-redirect": "Internet-facing load balancer, HTTP",
  "entrance-health": "Internet-facing load balancer, health checks",
  web: "Web instances",
  "api-entrance": "Internal load balancer before the api",
  api: "Api instances",
  database: "Database",
  preparation: "Function that prepares the database",
  endpoints: "Interface endpoints of AWS services",
  cache: "Cache",
  events: "Function that works events off",
} as const;

type Group = keyof typeof purposes;
type Port = keyof typeof ports;

/** The security groups, by role; those of optional tiers only where they are. */
export type AccessGroups = Readonly<Record<Exclude<Group, OptionalTier>, SecurityGroup>> &
  Readonly<Partial<Record<OptionalTier, SecurityGroup>>>;

/**
 * Every connection that the network lets through; what is not here is closed.
 *
 * The resolver, the clock and the metadata of instances need no rule: security groups don't filter them.
 */
const flows: readonly (readonly [
  from: Group | AddressList,
  to: Group | AddressList | "anywhere",
  Port,
  why: string,
])[] = [
  ["cloudfront", "entrance", "https", "Shop"],
  ["cloudfront", "entrance-redirect", "http", "Redirect to HTTPS"],
  ["health-checks", "entrance-health", "https", "Health checks of the region"],
  ["entrance", "web", "service", "Pages and health checks"],
  ["web", "api-entrance", "https", "Service"],
  ["web", "endpoints", "https", "AWS services"],
  ["web", "s3", "https", "Packages and image layers"],
  ["api-entrance", "api", "service", "Service and health checks"],
  ["api", "endpoints", "https", "AWS services"],
  ["api", "anywhere", "https", "Payment provider, packages and image layers"],
  ["api", "database", "postgres", "SQL"],
  ["preparation", "endpoints", "https", "AWS services"],
  ["preparation", "database", "postgres", "SQL"],
  ["api", "cache", "cache", "Cached data"],
  ["events", "api-entrance", "https", "Service"],
  ["events", "endpoints", "https", "AWS services"],
];

/** Creates the groups, empty: rules are resources of their own, because groups name each other. */
export function accessGroups(
  scope: Construct,
  vpc: Vpc,
  { namePrefix, optionalTiers }: { readonly namePrefix: string; readonly optionalTiers: readonly OptionalTier[] },
): AccessGroups {
  const group = (role: Group) =>
    new SecurityGroup(scope, role, {
      vpcId: vpc.id,
      name: `${namePrefix}-${role}`,
      description: purposes[role],
      tags: { Name: `${namePrefix}-${role}` },
    });
  return {
    entrance: group("entrance"),
    "entrance-redirect": group("entrance-redirect"),
    "entrance-health": group("entrance-health"),
    web: group("web"),
    "api-entrance": group("api-entrance"),
    api: group("api"),
    database: group("database"),
    preparation: group("preparation"),
    endpoints: group("endpoints"),
    ...Object.fromEntries(optionalTiers.map((tier) => [tier, group(tier)])),
  };
}

/** Opens the flows: a rule out of the one group, a rule into the other. */
export function openFlows(
  scope: Construct,
  groups: AccessGroups,
  lists: Readonly<Record<AddressList, string>>,
): ITerraformDependable[] {
  const peers = (role: Group | AddressList | "anywhere"): [suffix: string, peer: object][] => {
    if (isGroup(role)) return [[role, { referencedSecurityGroupId: groups[role]?.id }]];
    if (role !== "anywhere") return [[role, { prefixListId: lists[role] }]];
    return [
      ["anywhere-ipv4", { cidrIpv4: "0.0.0.0/0" }],
      ["anywhere-ipv6", { cidrIpv6: "::/0" }],
    ];
  };
  const isThere = (role: Group | AddressList | "anywhere") => !isGroup(role) || groups[role] !== undefined;
  return flows.flatMap(([from, to, port, description]) => {
    if (!isThere(from) || !isThere(to)) return [];
    const rule = { ipProtocol: "tcp", fromPort: ports[port], toPort: ports[port], description };
    const into = isGroup(to) ? groups[to] : undefined;
    const outOf = isGroup(from) ? groups[from] : undefined;
    return [
      ...(into ? peers(from) : []).map(
        ([suffix, peer]) =>
          new VpcSecurityGroupIngressRule(scope, `${to}-${port}-from-${suffix}`, {
            securityGroupId: into?.id ?? "",
            ...rule,
            ...peer,
          }),
      ),
      ...(outOf ? peers(to) : []).map(
        ([suffix, peer]) =>
          new VpcSecurityGroupEgressRule(scope, `${from}-${port}-to-${suffix}`, {
            securityGroupId: outOf?.id ?? "",
            ...rule,
            ...peer,
          }),
      ),
    ];
  });
}

const isGroup = (role: string): role is Group => role in purposes;
