import { type DistributionSummary, paginateListDistributions } from "@aws-sdk/client-cloudfront";
import { GetHealthCheckCommand, type ResourceRecordSet } from "@aws-sdk/client-route-53";
import { originNames } from "../../modules/edge/contract";
import type { Aws } from "../aws";
import type { Check } from "../check";
import { evidence } from "../controls";
import { everyItem } from "../lookup/pages";
import { addressesOf, publicZones } from "../lookup/zones";
import type { RecoveredRegion } from "./view";

/**
 * Nothing has to be applied for customers to reach the recovered region: their name points to CloudFront, that asks the
 * failover name, and its second choice is the region, under the condition that its health check says so.
 */
export const routeCustomersToTheRegion: Check<RecoveredRegion> = {
  id: "route-customers-to-the-region",
  title: "Customers are routed to the region when no other region is healthy",
  question: "reachable",
  controls: evidence.recovery,
  async ask({ aws, domain }) {
    const names = originNames(domain);
    const [zone, ...others] = await publicZones(aws, domain);
    if (zone === undefined || others.length > 0)
      return { seen: "", problems: [`there are ${others.length + (zone ? 1 : 0)} zones, not one, for ${domain}`] };

    const distribution = (await distributions(aws)).find(({ Aliases }) => Aliases?.Items?.includes(domain));
    if (!distribution) return { seen: "", problems: [`no distribution answers as ${domain}`] };
    const [customers, failover, recovered] = await Promise.all(
      [domain, names.healthy, names.recovered].map((name) => addressesOf(aws, zone, name)),
    );
    const region = names.region(aws.region);
    return {
      seen: `${domain} → ${distribution.DomainName} → ${names.healthy} → ${names.recovered} → ${region}`,
      problems: [
        ...customerProblems(domain, distribution, customers ?? []),
        ...originProblems(distribution, names.healthy),
        ...failoverProblems(names, failover ?? []),
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

const failoverProblems = ({ healthy, live, recovered }: ReturnType<typeof originNames>, records: ResourceRecordSet[]) =>
  (
    [
      ["PRIMARY", live],
      ["SECONDARY", recovered],
    ] as const
  ).flatMap(([choice, name]) => {
    const record = records.find(({ Failover }) => Failover === choice);
    return [
      ...(values(record).includes(name)
        ? []
        : [`${healthy} (${choice}) points to ${values(record).join() || "nothing"}, not to ${name}`]),
      ...(record && !record.HealthCheckId ? [`${healthy} (${choice}) has no health check`] : []),
    ];
  });

async function recoveredProblems(
  { route53 }: Aws,
  { name, to: region }: { readonly name: string; readonly to: string },
  records: ResourceRecordSet[],
) {
  const record = records.find((one) => values(one).includes(region));
  if (!record) return [`${name} points to ${records.flatMap(values).join(", ") || "nothing"}, not to ${region}`];
  if (!record.HealthCheckId) return [`${name} points to ${region} without a health check`];
  const { HealthCheck } = await route53.send(new GetHealthCheckCommand({ HealthCheckId: record.HealthCheckId }));
  const asked = HealthCheck?.HealthCheckConfig?.FullyQualifiedDomainName;
  return asked === region ? [] : [`the health check of ${region} asks ${asked}`];
}

const values = (record: ResourceRecordSet | undefined): string[] =>
  (record?.ResourceRecords ?? []).flatMap(({ Value }) => Value ?? []);
