import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { Fn } from "cdktf";
import type { Construct } from "constructs";
import type { ZoneLetter } from "../core/zones";
import { ipv4Block, ipv6Block, type Layer } from "./blocks";

/** A zone in use, with its subnets. */
export interface Zone extends Readonly<Record<Layer, Subnet>> {
  readonly letter: ZoneLetter;
  readonly name: string;
}

interface SubnetInputs {
  readonly namePrefix: string;
  readonly cidr: string;
  readonly appIpv6: boolean;
  readonly zoneNamesByLetter: Record<string, string>;
}

/** The subnets of a zone: public with both address families, app as the region file says, data with IPv4 only. */
export function zoneSubnets(
  scope: Construct,
  { namePrefix, cidr, appIpv6, zoneNamesByLetter }: SubnetInputs,
  { vpc, letter }: { readonly vpc: Vpc; readonly letter: ZoneLetter },
): Zone {
  const name = Fn.lookup(zoneNamesByLetter, letter);
  const subnet = (layer: Layer, addresses: object) =>
    new Subnet(scope, `${layer}-${letter}`, {
      vpcId: vpc.id,
      availabilityZone: name,
      cidrBlock: ipv4Block(cidr, layer, letter),
      mapPublicIpOnLaunch: false,
      ...addresses,
      tags: { Name: `${namePrefix}-${layer}-${letter}` },
    });
  const dualStack = (layer: Layer) => ({ ipv6CidrBlock: ipv6Block(vpc.ipv6CidrBlock, layer, letter) });
  return {
    letter,
    name,
    public: subnet("public", dualStack("public")),
    app: subnet("app", appIpv6 ? { ...dualStack("app"), assignIpv6AddressOnCreation: true } : {}),
    data: subnet("data", {}),
  };
}
