import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Fn } from "cdktf";
import type { Construct } from "constructs";
import type { Inputs } from "../core/contract";
import type { dnsContract, OwnRecord } from "./contract";

/** What the region file says beside the platform's records: names that other zones answer for, mail, proofs of ownership. */
export function ownRecords(
  scope: Construct,
  { domain, delegations, records }: Pick<Inputs<typeof dnsContract>, "domain" | "delegations" | "records">,
  zoneId: string,
): void {
  const add = (type: string, name: string | undefined, { values, ttl }: Pick<OwnRecord, "values" | "ttl">) =>
    new Route53Record(scope, `own-${name ?? "apex"}-${type}`.toLowerCase().replaceAll(/[._]+/g, "-"), {
      zoneId,
      name: name === undefined ? domain : Fn.join(".", [name, domain]),
      type,
      ttl,
      records: type === "TXT" ? values.map(inPieces) : [...values],
    });
  for (const { name, nameServers } of delegations) add("NS", name, { values: nameServers, ttl: 3600 });
  for (const { name, type, ...record } of records) add(type, name, record);
}

/** A text of DNS has 255 bytes; a longer one, such as a key of DKIM, is several, which the provider writes with `""` between. */
const inPieces = (text: string): string => (text.match(/.{1,255}/gs) ?? []).join('""');
