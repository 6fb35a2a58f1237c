import {
  ListHostedZonesByNameCommand,
  ListHostedZonesByVPCCommand,
  ListResourceRecordSetsCommand,
  type ResourceRecordSet,
  VPCRegion,
} from "@aws-sdk/client-route-53";
import type { Aws } from "../aws";

/** Ids of the public zones of a name. */
export async function publicZones({ route53 }: Aws, name: string): Promise<string[]> {
  const { HostedZones = [] } = await route53.send(new ListHostedZonesByNameCommand({ DNSName: name }));
  return HostedZones.filter((zone) => zone.Name === `${name}.` && zone.Config?.PrivateZone !== true).flatMap(
    ({ Id }) => Id ?? [],
  );
}

/** Ids of the zones of a name that a VPC sees: private ones, which may be many of the same name. */
export async function zonesSeenBy({ route53, region }: Aws, vpcId: string, name: string): Promise<string[]> {
  const known = Object.values(VPCRegion).find((one) => one === region);
  if (known === undefined) throw new Error(`Route 53 knows no region ${region}`);
  const { HostedZoneSummaries = [] } = await route53.send(
    new ListHostedZonesByVPCCommand({ VPCId: vpcId, VPCRegion: known }),
  );
  return HostedZoneSummaries.filter((zone) => zone.Name === `${name}.`).flatMap(
    ({ HostedZoneId }) => HostedZoneId ?? [],
  );
}

/** The records of a zone that say where a name points. */
export async function addressesOf({ route53 }: Aws, HostedZoneId: string, name: string): Promise<ResourceRecordSet[]> {
  const { ResourceRecordSets = [] } = await route53.send(
    new ListResourceRecordSetsCommand({ HostedZoneId, StartRecordName: name }),
  );
  return ResourceRecordSets.filter(
    ({ Name, Type = "" }) => Name === `${name}.` && ["A", "AAAA", "CNAME"].includes(Type),
  );
}
