import { DescribeVpcAttributeCommand, paginateDescribeVpcs } from "@aws-sdk/client-ec2";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Reader } from "../reader";
import { nameTag } from "../tags";

/** VPCs, with their address blocks and DNS. */
export const vpcs: Reader = {
  service: "EC2",
  async list({ ec2 }) {
    const found = await everyItem(paginateDescribeVpcs({ client: ec2 }, {}), ({ Vpcs }) => Vpcs);
    const attribute = (VpcId: string, Attribute: "enableDnsHostnames" | "enableDnsSupport") =>
      ec2.send(new DescribeVpcAttributeCommand({ VpcId, Attribute }));
    return Promise.all(
      found.map(async (vpc) => {
        const id = given(vpc.VpcId);
        const [{ EnableDnsHostnames }, { EnableDnsSupport }] = await Promise.all([
          attribute(id, "enableDnsHostnames"),
          attribute(id, "enableDnsSupport"),
        ]);
        return {
          type: "aws_vpc",
          id,
          ...nameTag(vpc.Tags),
          settings: {
            cidrBlocks: vpc.CidrBlockAssociationSet?.map(({ CidrBlock }) => CidrBlock),
            ipv6CidrBlocks: vpc.Ipv6CidrBlockAssociationSet?.map(({ Ipv6CidrBlock }) => Ipv6CidrBlock),
            enableDnsHostnames: EnableDnsHostnames?.Value,
            enableDnsSupport: EnableDnsSupport?.Value,
            instanceTenancy: vpc.InstanceTenancy,
          },
        };
      }),
    );
  },
};
