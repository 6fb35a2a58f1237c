import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import type { Construct } from "constructs";
import type { originNames } from "./contract";
import type { Health } from "./health";

/** A minute after a region is found unhealthy, nobody is routed there. */
const ttl = 60;

interface Zone {
  readonly zoneId: string;
  readonly names: ReturnType<typeof originNames>;
}

interface Groups {
  readonly live: Health;
  readonly recovered: Health;
}

/** One name for some regions: the nearest healthy one answers. CNAMEs, since a region to be rebuilt has no name yet. */
export function nearest(
  scope: Construct,
  { zoneId, names }: Zone,
  { group, health }: { readonly group: "live" | "recovered"; readonly health: Health },
): void {
  for (const [region, healthCheckId] of health.byRegion) {
    new Route53Record(scope, `${group}-${region}`, {
      zoneId,
      name: names[group],
      type: "CNAME",
      ttl,
      records: [names.region(region)],
      setIdentifier: region,
      latencyRoutingPolicy: { region },
      healthCheckId,
    });
  }
}

/** One name for all: the live regions as long as one is healthy, else what was recovered. Nothing has to be applied for it. */
export function failover(scope: Construct, { zoneId, names }: Zone, { live, recovered }: Groups): void {
  for (const [group, type, healthCheckId] of [
    ["live", "PRIMARY", live.any],
    ["recovered", "SECONDARY", recovered.any],
  ] as const) {
    new Route53Record(scope, `healthy-${group}`, {
      zoneId,
      name: names.healthy,
      type: "CNAME",
      ttl,
      records: [names[group]],
      setIdentifier: group,
      failoverRoutingPolicy: { type },
      healthCheckId,
    });
  }
}

interface Countries {
  readonly live: Health;
  readonly regionsByCountry: Readonly<Record<string, string>>;
  /** Name that customers of every other country get. */
  readonly others: string;
}

/** One name for all, after the countries with a region of their own; a country whose region is not healthy is as others. */
export function byCountry(
  scope: Construct,
  { zoneId, names }: Zone,
  { live, regionsByCountry, others }: Countries,
): void {
  const record = (country: string, to: string, healthCheckId?: string) =>
    new Route53Record(scope, `country-${country === "*" ? "other" : country.toLowerCase()}`, {
      zoneId,
      name: names.byCountry,
      type: "CNAME",
      ttl,
      records: [to],
      setIdentifier: country === "*" ? "other" : country,
      geolocationRoutingPolicy: { country },
      ...(healthCheckId === undefined ? {} : { healthCheckId }),
    });
  for (const [country, region] of Object.entries(regionsByCountry)) {
    const healthCheckId = live.byRegion.get(region);
    if (healthCheckId !== undefined) record(country, names.region(region), healthCheckId);
  }
  record("*", others);
}

interface CustomerNames {
  readonly zoneId: string;
  readonly hosts: Readonly<Record<string, string>>;
  readonly distribution: { readonly domainName: string; readonly hostedZoneId: string };
}

/** The shop's own names, as people type them: CloudFront, over IPv4 and IPv6. */
export function customerNames(scope: Construct, { zoneId, hosts, distribution }: CustomerNames): void {
  for (const [role, name] of Object.entries(hosts)) {
    for (const [version, type] of [
      ["ipv4", "A"],
      ["ipv6", "AAAA"],
    ] as const) {
      new Route53Record(scope, `${role}-${version}`, {
        zoneId,
        name,
        type,
        alias: { name: distribution.domainName, zoneId: distribution.hostedZoneId, evaluateTargetHealth: false },
      });
    }
  }
}
