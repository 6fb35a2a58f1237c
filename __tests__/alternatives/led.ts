import { ListHostedZonesCommand } from "@aws-sdk/client-route-53";
import type { Aws } from "../../dr/aws";
import { originNames } from "../../modules/edge/contract";
import { sharedEventsName } from "../../modules/events/contract";
import { nameServer } from "../../tools/fence/name-servers";

/** The last name that customers are led to by a name server, and the last one of their events, without the domain. */
export async function whereLed({ route53 }: Aws, address: string): Promise<string[]> {
  const { HostedZones = [] } = await route53.send(new ListHostedZonesCommand({}));
  const [zone] = HostedZones.filter(({ Config }) => !Config?.PrivateZone);
  const domain = zone?.Name?.replace(/\.$/, "") ?? "";
  const server = nameServer(address);
  const last = async (name: string, left = 10): Promise<string> => {
    const next = await server.cname(name);
    return next === undefined || left === 0 ? name : last(next, left - 1);
  };
  const ends = await Promise.all([originNames(domain).healthy, sharedEventsName(domain)].map((name) => last(name)));
  return ends.map((name) => name.replace(`.${domain}`, ""));
}
