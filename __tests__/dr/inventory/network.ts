import * as ec2 from "@aws-sdk/client-ec2";
import type { Aws } from "../../../dr/aws";
import { given } from "../../../dr/inventory/answers";

/** A network with a way out and rules, for the readers to read. */
export async function makeNetwork({ ec2: client, region }: Aws) {
  const VpcId = given((await client.send(new ec2.CreateVpcCommand({ CidrBlock: "10.7.0.0/16" }))).Vpc?.VpcId);
  await client.send(new ec2.ModifyVpcAttributeCommand({ VpcId, EnableDnsHostnames: { Value: true } }));
  const subnet = async (zone: string, CidrBlock: string) => {
    const input = { VpcId, CidrBlock, AvailabilityZone: `${region}${zone}` };
    return given((await client.send(new ec2.CreateSubnetCommand(input))).Subnet?.SubnetId);
  };
  const subnets = [await subnet("a", "10.7.0.0/24"), await subnet("b", "10.7.1.0/24")];
  const [SubnetId] = subnets;
  await client.send(new ec2.ModifySubnetAttributeCommand({ SubnetId, MapPublicIpOnLaunch: { Value: true } }));

  const { InternetGateway } = await client.send(new ec2.CreateInternetGatewayCommand({}));
  const gateway = given(InternetGateway?.InternetGatewayId);
  await client.send(new ec2.AttachInternetGatewayCommand({ InternetGatewayId: gateway, VpcId }));
  const { RouteTable } = await client.send(new ec2.CreateRouteTableCommand({ VpcId }));
  const RouteTableId = given(RouteTable?.RouteTableId);
  const route = { RouteTableId, DestinationCidrBlock: "0.0.0.0/0", GatewayId: gateway };
  await client.send(new ec2.CreateRouteCommand(route));
  await client.send(new ec2.AssociateRouteTableCommand({ RouteTableId, SubnetId }));

  const acl = given((await client.send(new ec2.CreateNetworkAclCommand({ VpcId }))).NetworkAcl?.NetworkAclId);
  await client.send(
    new ec2.CreateNetworkAclEntryCommand({
      NetworkAclId: acl,
      RuleNumber: 100,
      Protocol: "6",
      RuleAction: "allow",
      Egress: false,
      CidrBlock: "10.7.0.0/24",
      PortRange: { From: 5432, To: 5432 },
    }),
  );

  const { PrefixLists = [] } = await client.send(new ec2.DescribeManagedPrefixListsCommand({}));
  const s3List = PrefixLists.find(({ PrefixListName }) => PrefixListName === `com.amazonaws.${region}.s3`);
  const input = { VpcId, GroupName: "api", Description: "The api" };
  const group = given((await client.send(new ec2.CreateSecurityGroupCommand(input))).GroupId);
  const permission = { IpProtocol: "tcp", FromPort: 443, ToPort: 443 };
  const PrefixListIds = [{ PrefixListId: s3List?.PrefixListId }];
  await client.send(
    new ec2.AuthorizeSecurityGroupEgressCommand({ GroupId: group, IpPermissions: [{ ...permission, PrefixListIds }] }),
  );
  const IpRanges = [{ CidrIp: "10.7.0.0/24", Description: "one" }, { CidrIp: "10.7.1.0/24" }];
  await client.send(
    new ec2.AuthorizeSecurityGroupIngressCommand({ GroupId: group, IpPermissions: [{ ...permission, IpRanges }] }),
  );
  return { vpc: VpcId, subnets, gateway, routeTable: RouteTableId, acl, group };
}
