import {
  GetHostedZoneCommand,
  type HostedZone,
  ListResourceRecordSetsCommand,
  paginateListHostedZones,
  paginateListQueryLoggingConfigs,
  type QueryLoggingConfig,
  type ResourceRecordSet,
} from "@aws-sdk/client-route-53";
import type { Aws } from "../../aws";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Item } from "../item";
import type { Reader } from "../reader";

/** Hosted zones, their query logs and their records, but for the NS and SOA records that come and go with a zone. */
export const route53: Reader = {
  service: "Route 53",
  global: true,
  async list(aws) {
    const client = aws.route53;
    const [zones, logs] = await Promise.all([
      everyItem(paginateListHostedZones({ client }, {}), ({ HostedZones }) => HostedZones),
      everyItem(paginateListQueryLoggingConfigs({ client }, {}), ({ QueryLoggingConfigs }) => QueryLoggingConfigs),
    ]);
    const lists = zones.map(async (zone) => [await zoneItem(aws, zone), ...(await records(aws, zone))]);
    return [...(await Promise.all(lists)).flat(), ...logs.map(logItem)];
  },
};

const idOf = ({ Id }: HostedZone): string => given(Id).replace("/hostedzone/", "");

async function zoneItem({ route53 }: Aws, zone: HostedZone): Promise<Item> {
  const isPrivate = zone.Config?.PrivateZone ?? false;
  const { VPCs } = isPrivate ? await route53.send(new GetHostedZoneCommand({ Id: zone.Id })) : {};
  return {
    type: "aws_route53_zone",
    id: idOf(zone),
    name: zone.Name,
    settings: { private: isPrivate, vpcs: VPCs?.map(({ VPCId, VPCRegion }) => ({ vpc: VPCId, region: VPCRegion })) },
  };
}

const logItem = ({ Id, HostedZoneId, CloudWatchLogsLogGroupArn }: QueryLoggingConfig): Item => ({
  type: "aws_route53_query_log",
  id: given(Id),
  settings: { zone: HostedZoneId, group: CloudWatchLogsLogGroupArn },
});

async function records({ route53 }: Aws, zone: HostedZone): Promise<Item[]> {
  const found: ResourceRecordSet[] = [];
  let start = {};
  for (;;) {
    const page = await route53.send(new ListResourceRecordSetsCommand({ HostedZoneId: zone.Id, ...start }));
    found.push(...(page.ResourceRecordSets ?? []));
    if (!page.IsTruncated) break;
    start = {
      StartRecordName: page.NextRecordName,
      StartRecordType: page.NextRecordType,
      StartRecordIdentifier: page.NextRecordIdentifier,
    };
  }
  const ofZone = ({ Name, Type }: ResourceRecordSet) => Name === zone.Name && (Type === "NS" || Type === "SOA");
  return found.filter((record) => !ofZone(record)).map((record) => recordItem(idOf(zone), record));
}

/** The zone of an alias's target follows from the target's name, so it is left out. */
function recordItem(zone: string, record: ResourceRecordSet): Item {
  const name = [record.Name, record.Type, record.SetIdentifier].filter(Boolean).join(" ");
  const { AliasTarget: alias } = record;
  return {
    type: "aws_route53_record",
    id: `${zone} ${name}`,
    name,
    settings: {
      zone,
      ttl: record.TTL,
      records: record.ResourceRecords?.map(({ Value }) => Value),
      alias: alias && { name: alias.DNSName, evaluateTargetHealth: alias.EvaluateTargetHealth },
      region: record.Region,
      failover: record.Failover,
      weight: record.Weight,
      healthCheck: record.HealthCheckId,
    },
  };
}
