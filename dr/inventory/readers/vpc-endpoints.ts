import { paginateDescribeVpcEndpoints } from "@aws-sdk/client-ec2";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import { policy } from "../policy";
import type { Reader } from "../reader";
import { nameTag } from "../tags";

/** VPC endpoints, gateway and interface. */
export const vpcEndpoints: Reader = {
  service: "EC2",
  async list({ ec2 }) {
    const found = await everyItem(
      paginateDescribeVpcEndpoints({ client: ec2 }, {}),
      ({ VpcEndpoints }) => VpcEndpoints,
    );
    return found
      .filter(({ State }) => State?.toLowerCase() !== "deleted")
      .map((endpoint) => ({
        type: "aws_vpc_endpoint",
        id: given(endpoint.VpcEndpointId),
        name: endpoint.ServiceName,
        ...nameTag(endpoint.Tags),
        settings: {
          vpc: endpoint.VpcId,
          serviceName: endpoint.ServiceName,
          vpcEndpointType: endpoint.VpcEndpointType,
          privateDnsEnabled: endpoint.PrivateDnsEnabled,
          subnets: endpoint.SubnetIds,
          routeTables: endpoint.RouteTableIds,
          securityGroups: endpoint.Groups?.map(({ GroupId }) => GroupId),
          policy: policy(endpoint.PolicyDocument),
        },
      }));
  },
};
