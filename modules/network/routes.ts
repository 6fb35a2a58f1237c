import { EgressOnlyInternetGateway } from "@cdktf/provider-aws/lib/egress-only-internet-gateway";
import { Eip, type EipConfig } from "@cdktf/provider-aws/lib/eip";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { RouteTable, type RouteTableRoute } from "@cdktf/provider-aws/lib/route-table";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { Fn, propertyAccess, Token } from "cdktf";
import type { Construct } from "constructs";
import type { Layer } from "./blocks";
import type { Zone } from "./subnets";

/** A zone with the route table of each of its subnets. */
export interface RoutedZone extends Zone {
  readonly tables: Readonly<Record<Layer, RouteTable>>;
}

interface RouteInputs {
  readonly namePrefix: string;
  readonly natGateways: "zone" | "one";
  readonly appIpv6: boolean;
  readonly addressesReserved: boolean;
  /** Allocation ids of reserved addresses by the letter of their zone; late, and null where there are none. */
  readonly reservedAllocationIds: Readonly<Record<string, string>>;
}

/**
 * The gateways and the routes to them, written into their tables, so that a route that somebody adds shows in a plan.
 *
 * Data subnets have no route but the VPC's own, so that neither a group nor a list lets anything out by mistake.
 */
export function routes(
  scope: Construct,
  inputs: RouteInputs,
  { vpc, zones }: { readonly vpc: Vpc; readonly zones: readonly Zone[] },
): { readonly routed: RoutedZone[]; readonly nats: NatGateway[] } {
  const { namePrefix, natGateways, appIpv6 } = inputs;
  const tags = (role: string) => ({ Name: `${namePrefix}-${role}` });
  const internet = new InternetGateway(scope, "internet", { vpcId: vpc.id, tags: tags("internet") });
  const egressOnly = appIpv6
    ? new EgressOnlyInternetGateway(scope, "egress-only", { vpcId: vpc.id, tags: tags("egress-only") })
    : undefined;

  const nats = (natGateways === "zone" ? zones : zones.slice(0, 1)).map(({ letter, public: subnet }) => {
    const id = `nat-${letter}`;
    const own = { domain: "vpc", tags: tags(id), dependsOn: [internet] };
    return new NatGateway(scope, id, {
      allocationId: inputs.addressesReserved
        ? reservedOrOwn(scope, { letter, own, reserved: inputs.reservedAllocationIds })
        : new Eip(scope, `${id}-address`, own).allocationId,
      subnetId: subnet.id,
      tags: tags(id),
      dependsOn: [internet],
    });
  });

  const table = (role: string, route: RouteTableRoute[]) =>
    new RouteTable(scope, `routes-${role}`, { vpcId: vpc.id, route, tags: tags(role) });
  const shared = {
    public: table("public", [
      { cidrBlock: "0.0.0.0/0", gatewayId: internet.id },
      { ipv6CidrBlock: "::/0", gatewayId: internet.id },
    ]),
    data: table("data", []),
  };
  const routed = zones.map((zone, index) => {
    const app = table(`app-${zone.letter}`, [
      { cidrBlock: "0.0.0.0/0", natGatewayId: (nats[index] ?? nats[0])?.id },
      ...(egressOnly ? [{ ipv6CidrBlock: "::/0", egressOnlyGatewayId: egressOnly.id }] : []),
    ]);
    return { ...zone, tables: { ...shared, app } };
  });
  return { routed, nats };
}

interface Addresses {
  readonly letter: string;
  readonly own: EipConfig;
  readonly reserved: Readonly<Record<string, string>>;
}

/**
 * Allocation id of the address that is reserved for a zone's NAT gateway; only where none is, the region makes one of its own.
 *
 * What is asked is whether there is an entry, not what it says: Terraform must know before the standby's addresses are made.
 */
function reservedOrOwn(scope: Construct, { letter, own, reserved }: Addresses): string {
  const isReserved = Fn.contains(Fn.try([Fn.keys(reserved), []]), letter);
  const count = Token.asNumber(Fn.conditional(isReserved, 0, 1));
  const address = new Eip(scope, `nat-${letter}-address`, { ...own, count });
  return Token.asString(
    Fn.conditional(isReserved, propertyAccess(reserved, [letter]), propertyAccess(address.fqn, [0, "allocation_id"])),
  );
}
