import {
  AssociateRouteTableCommand,
  AttachInternetGatewayCommand,
  AuthorizeSecurityGroupIngressCommand,
  CreateInternetGatewayCommand,
  CreateRouteCommand,
  CreateRouteTableCommand,
  CreateSecurityGroupCommand,
  CreateSubnetCommand,
  CreateVpcCommand,
  type IpPermission,
} from "@aws-sdk/client-ec2";
import type { Aws } from "../../../dr/aws";
import { prefixListNames } from "../../../dr/inventory/readers/prefix-lists";
import { need } from "./need";

export type Network = Awaited<ReturnType<typeof makeNetwork>>;

/** A VPC with public, app and data subnets in each zone, and the groups that tiers meet at. */
export async function makeNetwork({ ec2, region }: Aws, zones: readonly string[]) {
  const vpcId = need((await ec2.send(new CreateVpcCommand({ CidrBlock: "10.1.0.0/16" }))).Vpc?.VpcId);
  const subnets = (tier: number) =>
    Promise.all(
      zones.map(async (AvailabilityZone, at) => {
        const CidrBlock = `10.1.${tier * 16 + at}.0/24`;
        const made = await ec2.send(new CreateSubnetCommand({ VpcId: vpcId, CidrBlock, AvailabilityZone }));
        return need(made.Subnet?.SubnetId);
      }),
    );
  const routeTable = async (subnetIds: readonly string[]) => {
    const made = await ec2.send(new CreateRouteTableCommand({ VpcId: vpcId }));
    const RouteTableId = need(made.RouteTable?.RouteTableId);
    for (const SubnetId of subnetIds) await ec2.send(new AssociateRouteTableCommand({ RouteTableId, SubnetId }));
    return RouteTableId;
  };
  const group = async (name: string, ...IpPermissions: IpPermission[]) => {
    const create = new CreateSecurityGroupCommand({ GroupName: name, Description: name, VpcId: vpcId });
    const GroupId = need((await ec2.send(create)).GroupId);
    if (IpPermissions.length > 0) await ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions }));
    return GroupId;
  };

  const [publicSubnets, appSubnets, dataSubnets] = await Promise.all([subnets(0), subnets(1), subnets(2)]);
  const gateway = await ec2.send(new CreateInternetGatewayCommand({}));
  const gatewayId = need(gateway.InternetGateway?.InternetGatewayId);
  await ec2.send(new AttachInternetGatewayCommand({ InternetGatewayId: gatewayId, VpcId: vpcId }));
  const publicTable = await routeTable(publicSubnets);
  const dataTable = await routeTable(dataSubnets);
  await ec2.send(
    new CreateRouteCommand({ RouteTableId: publicTable, DestinationCidrBlock: "0.0.0.0/0", GatewayId: gatewayId }),
  );

  const lists = await prefixListNames(ec2);
  const listed = (port: number, name: string): IpPermission => ({
    ...tcp(port),
    PrefixListIds: [...lists].filter(([, known]) => known.endsWith(name)).map(([PrefixListId]) => ({ PrefixListId })),
  });
  const entranceGroup = await group("entrance", listed(443, "global.cloudfront.origin-facing"));
  const redirectGroup = await group("entrance-redirect", listed(80, "global.cloudfront.origin-facing"));
  const healthGroup = await group("entrance-health", listed(443, `${region}.route53-healthchecks`));
  const webGroup = await group("web", from(8443, entranceGroup));
  const apiEntranceGroup = await group("api-entrance", from(443, webGroup));
  const apiGroup = await group("api", from(8443, apiEntranceGroup));
  const preparationGroup = await group("preparation");
  const endpointsGroup = await group("endpoints", from(443, preparationGroup));
  const databaseGroup = await group("database", from(5432, apiGroup), from(5432, preparationGroup));
  return {
    ...{ vpcId, gatewayId, publicSubnets, appSubnets, dataSubnets, dataTable },
    entranceGroups: [entranceGroup, redirectGroup, healthGroup],
    ...{ entranceGroup, webGroup, apiEntranceGroup, apiGroup },
    ...{ preparationGroup, endpointsGroup, databaseGroup },
  };
}

/** A rule that admits everyone to a port. */
export const world = (port: number): IpPermission => ({
  ...tcp(port),
  IpRanges: [{ CidrIp: "0.0.0.0/0" }],
  Ipv6Ranges: [{ CidrIpv6: "::/0" }],
});

/** A rule that admits a security group to a port. */
export const from = (port: number, GroupId: string): IpPermission => ({
  ...tcp(port),
  UserIdGroupPairs: [{ GroupId }],
});

/** A rule for a port, to be completed with whom it admits. */
export const tcp = (port: number): IpPermission => ({ IpProtocol: "tcp", FromPort: port, ToPort: port });
