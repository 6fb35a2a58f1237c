import {
  paginateDescribeEgressOnlyInternetGateways,
  paginateDescribeInternetGateways,
  paginateDescribeNatGateways,
} from "@aws-sdk/client-ec2";
import type { Aws } from "../../aws";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Item } from "../item";
import type { Reader } from "../reader";
import { nameTag } from "../tags";

/** The ways out of a VPC: internet, egress-only and NAT gateways. */
export const gateways: Reader = {
  service: "EC2",
  list: async (aws) => (await Promise.all([internet(aws), egressOnly(aws), nat(aws)])).flat(),
};

async function internet({ ec2 }: Aws): Promise<Item[]> {
  const found = await everyItem(paginateDescribeInternetGateways({ client: ec2 }, {}), (page) => page.InternetGateways);
  return found.map((gateway) => ({
    type: "aws_internet_gateway",
    id: given(gateway.InternetGatewayId),
    ...nameTag(gateway.Tags),
    settings: { vpcs: gateway.Attachments?.map(({ VpcId }) => VpcId) },
  }));
}

async function egressOnly({ ec2 }: Aws): Promise<Item[]> {
  const pages = paginateDescribeEgressOnlyInternetGateways({ client: ec2 }, {});
  return (await everyItem(pages, (page) => page.EgressOnlyInternetGateways)).map((gateway) => ({
    type: "aws_egress_only_internet_gateway",
    id: given(gateway.EgressOnlyInternetGatewayId),
    ...nameTag(gateway.Tags),
    settings: { vpcs: gateway.Attachments?.map(({ VpcId }) => VpcId) },
  }));
}

async function nat({ ec2 }: Aws): Promise<Item[]> {
  const found = await everyItem(paginateDescribeNatGateways({ client: ec2 }, {}), (page) => page.NatGateways);
  // A deleted one is still listed, for about an hour.
  return found
    .filter(({ State }) => State !== "deleted")
    .map((gateway) => ({
      type: "aws_nat_gateway",
      id: given(gateway.NatGatewayId),
      ...nameTag(gateway.Tags),
      settings: {
        vpc: gateway.VpcId,
        subnet: gateway.SubnetId,
        state: gateway.State,
        connectivityType: gateway.ConnectivityType,
        addresses: gateway.NatGatewayAddresses?.map(({ AllocationId }) => AllocationId),
      },
    }));
}
