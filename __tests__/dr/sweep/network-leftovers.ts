import * as ec2 from "@aws-sdk/client-ec2";
import { given } from "../../../dr/inventory/answers";
import type { Leftover } from "./leftover";

const spec = (name: string) => ({ GroupName: name, Description: name });

/** One leftover of each kind that EC2 can leave in a VPC or beside it. */
export const networkLeftovers: readonly Leftover[] = [
  {
    type: "aws_vpc",
    make: async ({ aws }) => {
      const VpcId = given((await aws.ec2.send(new ec2.CreateVpcCommand({ CidrBlock: "10.9.0.0/16" }))).Vpc?.VpcId);
      return { id: VpcId, remove: () => aws.ec2.send(new ec2.DeleteVpcCommand({ VpcId })) };
    },
  },
  {
    type: "aws_subnet",
    make: async ({ aws, vpc }) => {
      const made = await aws.ec2.send(new ec2.CreateSubnetCommand({ VpcId: vpc, CidrBlock: "10.8.99.0/24" }));
      const SubnetId = given(made.Subnet?.SubnetId);
      return { id: SubnetId, remove: () => aws.ec2.send(new ec2.DeleteSubnetCommand({ SubnetId })) };
    },
  },
  {
    type: "aws_internet_gateway",
    make: async ({ aws }) => {
      const made = await aws.ec2.send(new ec2.CreateInternetGatewayCommand({}));
      const InternetGatewayId = given(made.InternetGateway?.InternetGatewayId);
      const remove = () => aws.ec2.send(new ec2.DeleteInternetGatewayCommand({ InternetGatewayId }));
      return { id: InternetGatewayId, remove };
    },
  },
  {
    type: "aws_egress_only_internet_gateway",
    make: async ({ aws, vpc }) => {
      const made = await aws.ec2.send(new ec2.CreateEgressOnlyInternetGatewayCommand({ VpcId: vpc }));
      const id = given(made.EgressOnlyInternetGateway?.EgressOnlyInternetGatewayId);
      const input = { EgressOnlyInternetGatewayId: id };
      return { id, remove: () => aws.ec2.send(new ec2.DeleteEgressOnlyInternetGatewayCommand(input)) };
    },
  },
  {
    type: "aws_nat_gateway",
    make: async ({ aws, subnets }) => {
      const input = { SubnetId: subnets[0], ConnectivityType: "private" } as const;
      const made = await aws.ec2.send(new ec2.CreateNatGatewayCommand(input));
      const NatGatewayId = given(made.NatGateway?.NatGatewayId);
      return { id: NatGatewayId, remove: () => aws.ec2.send(new ec2.DeleteNatGatewayCommand({ NatGatewayId })) };
    },
  },
  {
    type: "aws_eip",
    make: async ({ aws }) => {
      const AllocationId = given((await aws.ec2.send(new ec2.AllocateAddressCommand({ Domain: "vpc" }))).AllocationId);
      return { id: AllocationId, remove: () => aws.ec2.send(new ec2.ReleaseAddressCommand({ AllocationId })) };
    },
  },
  {
    type: "aws_route_table",
    make: async ({ aws, vpc }) => {
      const made = await aws.ec2.send(new ec2.CreateRouteTableCommand({ VpcId: vpc }));
      const RouteTableId = given(made.RouteTable?.RouteTableId);
      return { id: RouteTableId, remove: () => aws.ec2.send(new ec2.DeleteRouteTableCommand({ RouteTableId })) };
    },
  },
  {
    type: "aws_network_acl",
    make: async ({ aws, vpc }) => {
      const made = await aws.ec2.send(new ec2.CreateNetworkAclCommand({ VpcId: vpc }));
      const NetworkAclId = given(made.NetworkAcl?.NetworkAclId);
      return { id: NetworkAclId, remove: () => aws.ec2.send(new ec2.DeleteNetworkAclCommand({ NetworkAclId })) };
    },
  },
  {
    type: "aws_security_group",
    make: async ({ aws, vpc }) => {
      const made = await aws.ec2.send(new ec2.CreateSecurityGroupCommand({ VpcId: vpc, ...spec("left") }));
      const GroupId = given(made.GroupId);
      return { id: GroupId, remove: () => aws.ec2.send(new ec2.DeleteSecurityGroupCommand({ GroupId })) };
    },
  },
  {
    type: "aws_vpc_endpoint",
    make: async ({ aws, vpc, routeTable }) => {
      const ServiceName = `com.amazonaws.${aws.region}.s3`;
      const input = { VpcId: vpc, ServiceName, VpcEndpointType: "Gateway" } as const;
      const made = await aws.ec2.send(new ec2.CreateVpcEndpointCommand({ ...input, RouteTableIds: [routeTable] }));
      const id = given(made.VpcEndpoint?.VpcEndpointId);
      return { id, remove: () => aws.ec2.send(new ec2.DeleteVpcEndpointsCommand({ VpcEndpointIds: [id] })) };
    },
  },
  {
    type: "aws_flow_log",
    make: async ({ aws, vpc, bucket }) => {
      const made = await aws.ec2.send(
        new ec2.CreateFlowLogsCommand({
          ResourceIds: [vpc],
          ResourceType: "VPC",
          TrafficType: "ALL",
          LogDestinationType: "s3",
          LogDestination: `arn:aws:s3:::${bucket}`,
        }),
      );
      const id = given(made.FlowLogIds?.[0]);
      return { id, remove: () => aws.ec2.send(new ec2.DeleteFlowLogsCommand({ FlowLogIds: [id] })) };
    },
  },
  {
    type: "aws_network_interface",
    make: async ({ aws, subnets }) => {
      const made = await aws.ec2.send(new ec2.CreateNetworkInterfaceCommand({ SubnetId: subnets[0] }));
      const id = given(made.NetworkInterface?.NetworkInterfaceId);
      const input = { NetworkInterfaceId: id };
      return { id, remove: () => aws.ec2.send(new ec2.DeleteNetworkInterfaceCommand(input)) };
    },
  },
];
