import { paginateDescribeRouteTables, type Route } from "@aws-sdk/client-ec2";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Reader } from "../reader";
import { nameTag } from "../tags";

/** Route tables, with their routes and the subnets that use them. */
export const routeTables: Reader = {
  service: "EC2",
  async list({ ec2 }) {
    const found = await everyItem(paginateDescribeRouteTables({ client: ec2 }, {}), ({ RouteTables }) => RouteTables);
    return found.map((table) => {
      const associations = table.Associations ?? [];
      const main = associations.some(({ Main }) => Main);
      return {
        type: "aws_route_table",
        id: given(table.RouteTableId),
        ...nameTag(table.Tags),
        settings: {
          vpc: table.VpcId,
          main,
          subnets: associations.flatMap(({ SubnetId }) => SubnetId ?? []),
          routes: table.Routes?.map(route),
        },
        ...(main ? { ownedBy: `aws_vpc ${table.VpcId}` } : {}),
      };
    });
  },
};

const route = (route: Route) => ({
  destination: route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? route.DestinationPrefixListId,
  target:
    route.NatGatewayId ??
    route.EgressOnlyInternetGatewayId ??
    route.TransitGatewayId ??
    route.VpcPeeringConnectionId ??
    route.InstanceId ??
    route.NetworkInterfaceId ??
    route.GatewayId,
  state: route.State,
});
