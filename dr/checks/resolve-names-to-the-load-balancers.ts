import type { ResourceRecordSet } from "@aws-sdk/client-route-53";
import { privateZone } from "../../modules/network/contract";
import type { Aws } from "../aws";
import type { Check } from "../check";
import { evidence } from "../controls";
import { type Balancer, findBalancers, missing, vpcOf } from "../lookup/load-balancers";
import { hostName } from "../lookup/names";
import { addressesOf, publicZones, zonesSeenBy } from "../lookup/zones";
import type { RecoveredRegion } from "./view";

/** The public name resolves to the web load balancer, and the private name, as the VPC sees it, to the api's. */
export const resolveNamesToTheLoadBalancers: Check<RecoveredRegion> = {
  id: "resolve-names-to-the-load-balancers",
  title: "The DNS names lead to the load balancers",
  question: "reachable",
  controls: evidence.recovery,
  async ask({ aws, namePrefix, domain }) {
    const balancers = await findBalancers(aws, namePrefix);
    const problems = balancers.filter(({ found }) => !found).map((balancer) => missing(balancer, aws));
    const vpcId = vpcOf(balancers);
    const internal = privateZone(domain);
    const seen: string[] = [];
    for (const balancer of balancers) {
      if (!balancer.found || vpcId === undefined) continue;
      const name = hostName(balancer.service, aws.region, domain);
      const zone =
        balancer.service === "web"
          ? { what: `public zone ${domain}`, ids: await publicZones(aws, domain) }
          : { what: `zone ${internal} of ${vpcId}`, ids: await zonesSeenBy(aws, vpcId, internal) };
      if (zone.ids.length !== 1) problems.push(`there are ${zone.ids.length} zones, not one, for: ${zone.what}`);
      for (const id of zone.ids) {
        const records = await addressesOf(aws, id, name);
        seen.push(`${name}: ${records.map(({ Type }) => Type).join(", ") || "no record"}`);
        problems.push(...recordProblems(aws, balancer, { name, records }));
      }
    }
    return { seen: seen.join("; "), problems };
  },
};

function recordProblems(
  aws: Aws,
  { name: balancer, found }: Balancer,
  { name, records }: { readonly name: string; readonly records: ResourceRecordSet[] },
) {
  if (!records.some(({ Type }) => Type === "A")) return [`${name} has no address record`];
  const right = bare(found?.DNSName ?? "");
  return records
    .filter(({ AliasTarget }) => AliasTarget === undefined || bare(AliasTarget.DNSName ?? "") !== right)
    .map(({ Type, AliasTarget, ResourceRecords = [] }) => {
      const to = AliasTarget?.DNSName ?? ResourceRecords.map(({ Value }) => Value).join(", ");
      return `${name} (${Type}) points to ${to}, not to ${balancer} of ${aws.region} (${found?.DNSName})`;
    });
}

/** A load balancer's name as aliases may write it: with "dualstack." before and a dot behind. */
const bare = (name: string) =>
  name
    .toLowerCase()
    .replace(/\.$/, "")
    .replace(/^dualstack\./, "");
