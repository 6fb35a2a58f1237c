import { EgressOnlyInternetGateway } from "@cdktf/provider-aws/lib/egress-only-internet-gateway";
import { Eip } from "@cdktf/provider-aws/lib/eip";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { RouteTable, type RouteTableRoute } from "@cdktf/provider-aws/lib/route-table";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { Construct } from "constructs";
import type { Zone } from "./subnets";

/** The route tables: one for the public subnets, one for the app subnet of each zone, one for the data subnets. */
export interface Routes {
  readonly public: RouteTable;
  readonly app: readonly RouteTable[];
  readonly data: RouteTable;
}

/**
 * The gateways and the routes to them, written into their tables, so that a route that somebody adds shows in a plan.
 *
 * Data subnets have no route but the VPC's own, so that neither a group nor a list lets anything out by mistake.
 */
export function routes(
  scope: Construct,
  vpc: Vpc,
  zones: readonly Zone[],
  { namePrefix, natGateways }: { readonly namePrefix: string; readonly natGateways: "zone" | "one" },
): Routes {
  const tags = (role: string) => ({ Name: `${namePrefix}-${role}` });
  const internet = new InternetGateway(scope, "internet", { vpcId: vpc.id, tags: tags("internet") });
  const egressOnly = new EgressOnlyInternetGateway(scope, "egress-only", { vpcId: vpc.id, tags: tags("egress-only") });

  const nat = ({ letter, public: subnet }: Zone): NatGateway => {
    const id = `nat-${letter}`;
    const address = new Eip(scope, `${id}-address`, { domain: "vpc", tags: tags(id), dependsOn: [internet] });
    return new NatGateway(scope, id, {
      allocationId: address.allocationId,
      subnetId: subnet.id,
      tags: tags(id),
      dependsOn: [internet],
    });
  };
  const nats = (natGateways === "zone" ? zones : zones.slice(0, 1)).map(nat);

  const table = (role: string, route: RouteTableRoute[]) =>
    new RouteTable(scope, `routes-${role}`, { vpcId: vpc.id, route, tags: tags(role) });
  return {
    public: table("public", [
      { cidrBlock: "0.0.0.0/0", gatewayId: internet.id },
      { ipv6CidrBlock: "::/0", gatewayId: internet.id },
    ]),
    app: zones.map(({ letter }, index) =>
      table(`app-${letter}`, [
        { cidrBlock: "0.0.0.0/0", natGatewayId: (nats[index] ?? nats[0])?.id },
        { ipv6CidrBlock: "::/0", egressOnlyGatewayId: egressOnly.id },
      ]),
    ),
    data: table("data", []),
  };
}
