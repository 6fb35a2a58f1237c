import { type DistributionSummary, paginateListDistributions } from "@aws-sdk/client-cloudfront";
import { GetHealthCheckCommand, type HealthCheckConfig, type ResourceRecordSet } from "@aws-sdk/client-route-53";
import { originNames } from "../../modules/edge/contract";
import { switchAlarmName } from "../../modules/failover/switches/contract";
import type { Aws } from "../aws";
import type { Check } from "../check";
import { evidence } from "../controls";
import { everyItem } from "../lookup/pages";
import { addressesOf, publicZones } from "../lookup/zones";
import type { RecoveredRegion } from "./view";

/**
 * Nothing has to be applied for customers to reach the recovered region: their name points to CloudFront, that asks the
 * failover name, whose second choice leads to the region, under the condition that it answers and that it is open.
 */
export const routeCustomersToTheRegion: Check<RecoveredRegion> = {
  id: "route-customers-to-the-region",
  title: "Customers are routed to the region once it is open and no live region may get them",
  question: "reachable",
  controls: evidence.recovery,
  async ask({ aws, domain }) {
    const names = originNames(domain);
    const [zone, ...others] = await publicZones(aws, domain);
    if (zone === undefined || others.length > 0)
      return { seen: "", problems: [`there are ${others.length + (zone ? 1 : 0)} zones, not one, for ${domain}`] };

    const distribution = (await distributions(aws)).find(({ Aliases }) => Aliases?.Items?.includes(domain));
    if (!distribution) return { seen: "", problems: [`no distribution answers as ${domain}`] };
    const [customers, healthy, spare, recovered] = await Promise.all(
      [domain, names.healthy, names.spare, names.recovered].map((name) => addressesOf(aws, zone, name)),
    );
    const region = names.region(aws.region);
    return {
      seen: `${domain} → ${distribution.DomainName} → ${names.healthy} → ${names.spare} → ${names.recovered} → ${region}`,
      problems: [
        ...customerProblems(domain, distribution, customers ?? []),
        ...originProblems(distribution, names.healthy),
        ...failoverProblems(names.healthy, [names.live, names.spare], healthy ?? []),
        ...failoverProblems(names.spare, [names.recovered, names.closed], spare ?? []),
        ...(await recoveredProblems(aws, { name: names.recovered, to: region }, recovered ?? [])),
      ],
    };
  },
};

const distributions = ({ cloudFront: client }: Aws): Promise<DistributionSummary[]> =>
  everyItem(paginateListDistributions({ client }, {}), ({ DistributionList }) => DistributionList?.Items);

const customerProblems = (domain: string, { DomainName = "" }: DistributionSummary, records: ResourceRecordSet[]) =>
  ["A", "AAAA"].flatMap((type) => {
    const record = records.find(({ Type }) => Type === type);
    const to = record?.AliasTarget?.DNSName?.replace(/\.$/, "");
    return to === DomainName ? [] : [`${domain} (${type}) points to ${to ?? "nothing"}, not to ${DomainName}`];
  });

const originProblems = ({ Id, DefaultCacheBehavior, Origins, Enabled }: DistributionSummary, name: string) => {
  const origin = Origins?.Items?.find((one) => one.Id === DefaultCacheBehavior?.TargetOriginId)?.DomainName;
  return [
    ...(Enabled ? [] : [`distribution ${Id} is disabled`]),
    ...(origin === name ? [] : [`distribution ${Id} asks ${origin ?? "no origin"}, not ${name}`]),
  ];
};

/** The first choice needs a check; a second one must have none, else the first would be answered with when both are unhealthy. */
const failoverProblems = (name: string, [first, second]: readonly [string, string], records: ResourceRecordSet[]) =>
  (
    [
      ["PRIMARY", first, true],
      ["SECONDARY", second, false],
    ] as const
  ).flatMap(([choice, to, checked]) => {
    const record = records.find(({ Failover }) => Failover === choice);
    return [
      ...(values(record).includes(to)
        ? []
        : [`${name} (${choice}) points to ${values(record).join() || "nothing"}, not to ${to}`]),
      ...(record && (record.HealthCheckId !== undefined) !== checked
        ? [`${name} (${choice}) has ${checked ? "no" : "a"} health check`]
        : []),
    ];
  });

async function recoveredProblems(
  { route53, region: target }: Aws,
  { name, to: region }: { readonly name: string; readonly to: string },
  records: ResourceRecordSet[],
) {
  const record = records.find((one) => values(one).includes(region));
  if (!record) return [`${name} points to ${records.flatMap(values).join(", ") || "nothing"}, not to ${region}`];
  if (!record.HealthCheckId) return [`${name} points to ${region} without a health check`];
  const checks = await checksBehind(route53, record.HealthCheckId);
  const asked = checks.flatMap(({ FullyQualifiedDomainName }) => FullyQualifiedDomainName ?? []);
  const alarms = checks.flatMap(({ AlarmIdentifier }) => AlarmIdentifier?.Name ?? []);
  const opening = switchAlarmName("opening", target);
  return [
    ...(asked.join() === region ? [] : [`the health check of ${region} asks ${asked.join(", ") || "no endpoint"}`]),
    ...(alarms.join() === opening
      ? []
      : [`the health check of ${region} watches ${alarms.join(", ") || "no alarm"}, not ${opening}`]),
  ];
}

/** What a health check asks; of one that is calculated, what its children ask. */
async function checksBehind(route53: Aws["route53"], HealthCheckId: string): Promise<HealthCheckConfig[]> {
  const { HealthCheck } = await route53.send(new GetHealthCheckCommand({ HealthCheckId }));
  const config = HealthCheck?.HealthCheckConfig;
  if (config?.Type !== "CALCULATED") return config ? [config] : [];
  const all = await Promise.all((config.ChildHealthChecks ?? []).map((child) => checksBehind(route53, child)));
  return all.flat();
}

const values = (record: ResourceRecordSet | undefined): string[] =>
  (record?.ResourceRecords ?? []).flatMap(({ Value }) => Value ?? []);
