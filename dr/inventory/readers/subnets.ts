import { paginateDescribeSubnets } from "@aws-sdk/client-ec2";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Reader } from "../reader";
import { nameTag } from "../tags";

/** Subnets. */
export const subnets: Reader = {
  service: "EC2",
  async list({ ec2 }) {
    const found = await everyItem(paginateDescribeSubnets({ client: ec2 }, {}), ({ Subnets }) => Subnets);
    return found.map((subnet) => ({
      type: "aws_subnet",
      id: given(subnet.SubnetId),
      ...(subnet.SubnetArn ? { handles: [subnet.SubnetArn] } : {}),
      ...nameTag(subnet.Tags),
      settings: {
        vpc: subnet.VpcId,
        availabilityZone: subnet.AvailabilityZone,
        cidrBlock: subnet.CidrBlock,
        ipv6CidrBlocks: subnet.Ipv6CidrBlockAssociationSet?.map(({ Ipv6CidrBlock }) => Ipv6CidrBlock),
        mapPublicIpOnLaunch: subnet.MapPublicIpOnLaunch,
        assignIpv6AddressOnCreation: subnet.AssignIpv6AddressOnCreation,
        privateDnsNameOptions: subnet.PrivateDnsNameOptionsOnLaunch,
      },
    }));
  },
};
