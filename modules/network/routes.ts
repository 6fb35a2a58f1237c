import { EgressOnlyInternetGateway } from "@cdktf/provider-aws/lib/egress-only-internet-gateway";
import { Eip } from "@cdktf/provider-aws/lib/eip";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { RouteTable, type RouteTableRoute } from "@cdktf/provider-aws/lib/route-table";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
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
}

/**
 * The gateways and the routes to them, written into their tables, so that a route that somebody adds shows in a plan.
 *
 * Data subnets have no route but the VPC's own, so that neither a group nor a list lets anything out by mistake.
 */
export function routes(
  scope: Construct,
  { namePrefix, natGateways, appIpv6 }: RouteInputs,
  { vpc, zones }: { readonly vpc: Vpc; readonly zones: readonly Zone[] },
): { readonly routed: RoutedZone[]; readonly nats: NatGateway[] } {
  const tags = (role: string) => ({ Name: `${namePrefix}-${role}` });
  const internet = new InternetGateway(scope, "internet", { vpcId: vpc.id, tags: tags("internet") });
  const egressOnly = appIpv6
    ? new EgressOnlyInternetGateway(scope, "egress-only", { vpcId: vpc.id, tags: tags("egress-only") })
    : undefined;

  const nats = (natGateways === "zone" ? zones : zones.slice(0, 1)).map(({ letter, public: subnet }) => {
    const id = `nat-${letter}`;
    const address = new Eip(scope, `${id}-address`, { domain: "vpc", tags: tags(id), dependsOn: [internet] });
    return new NatGateway(scope, id, {
      allocationId: address.allocationId,
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
