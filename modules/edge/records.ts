import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import type { Construct } from "constructs";
import type { eventsNames } from "./contract";
import type { Health } from "./health";

/** A minute after a region is found unhealthy, nobody is routed there. */
export const ttl = 60;

/** The zone of the shop's domain, and the names in it that lead to regions: to their pages, or to their events. */
export interface Zone {
  readonly zoneId: string;
  readonly names: ReturnType<typeof eventsNames>;
  /** What the ids of its records begin with. */
  readonly ids: "" | "events-";
}

/** One name for some regions: the nearest healthy one answers. CNAMEs, since a region to be rebuilt has no name yet. */
export function nearest(
  scope: Construct,
  { zoneId, names, ids }: Zone,
  { group, health }: { readonly group: "live" | "recovered"; readonly health: Health },
): void {
  for (const [region, { serves: healthCheckId }] of health.byRegion) {
    new Route53Record(scope, `${ids}${group}-${region}`, {
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

interface Failover {
  readonly id: "healthy" | "spare";
  readonly first: "live" | "recovered";
  readonly healthCheckId: string;
  readonly second: { readonly role: "recovered" | "closed"; readonly name: string };
}

/**
 * One name for two: the first as long as its check is healthy, else the second. Nothing has to be applied for it.
 *
 * The second has no check: with an unhealthy one, Route 53 would answer with the first, even if that is unhealthy.
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html
 */
export function failover(
  scope: Construct,
  { zoneId, names, ids }: Zone,
  { id, first, healthCheckId, second }: Failover,
): void {
  const record = (role: string, type: "PRIMARY" | "SECONDARY", to: string) => ({
    zoneId,
    name: names[id],
    type: "CNAME",
    ttl,
    records: [to],
    setIdentifier: role,
    failoverRoutingPolicy: { type },
  });
  new Route53Record(scope, `${ids}${id}-${first}`, { ...record(first, "PRIMARY", names[first]), healthCheckId });
  new Route53Record(scope, `${ids}${id}-${second.role}`, record(second.role, "SECONDARY", second.name));
}

/** The name that customers are led to when they may be led nowhere: it has no address, so that CloudFront answers itself. */
export function closed(scope: Construct, { zoneId, names }: Zone): void {
  new Route53Record(scope, "closed", {
    zoneId,
    name: names.closed,
    type: "TXT",
    ttl,
    records: ["no region is open to customers"],
  });
}

interface Countries {
  readonly live: Health | undefined;
  readonly regionsByCountry: Readonly<Record<string, string>>;
  /** Name that customers of every other country get. */
  readonly others: string;
}

/** One name for all, after the countries with a region of their own; a country whose region is not healthy is as others. */
export function byCountry(
  scope: Construct,
  { zoneId, names, ids }: Zone,
  { live, regionsByCountry, others }: Countries,
): void {
  const record = (country: string, to: string, healthCheckId?: string) =>
    new Route53Record(scope, `${ids}country-${country === "*" ? "other" : country.toLowerCase()}`, {
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
    const its = live?.byRegion.get(region);
    if (its !== undefined) record(country, names.region(region), its.serves);
  }
  record("*", others);
}

/** The name that customers' browsers post events to. */
export const eventsName = (
  scope: Construct,
  zoneId: string,
  { name, to }: { readonly name: string; readonly to: string },
) => new Route53Record(scope, "events", { zoneId, name, type: "CNAME", ttl, records: [to] });

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
