import {
  DescribeSecurityGroupsCommand,
  paginateDescribeRouteTables,
  type Route,
  type RouteTable,
  type SecurityGroup,
} from "@aws-sdk/client-ec2";
import { DescribeDBSubnetGroupsCommand } from "@aws-sdk/client-rds";
import { ports } from "../../modules/network/contract";
import type { Aws } from "../aws";
import type { Check } from "../check";
import { evidence } from "../controls";
import { type Database, lookAtDatabase, partsOf } from "../lookup/database";
import { everyItem } from "../lookup/pages";
import { blocksOf, portsOf, prefixListsOf } from "../lookup/security-groups";
import type { RecoveredRegion } from "./view";

/** No address of the database is public, only other security groups reach its port, and its subnets have no way out. */
export const keepTheDatabasePrivate: Check<RecoveredRegion> = {
  id: "keep-the-database-private",
  title: "The database is private: no public address, reachable by security group only, no route to the internet",
  question: "private",
  controls: evidence.protection,
  ask: (view) =>
    lookAtDatabase(view, async (database) => {
      const { aws } = view;
      const groups = await groupsOf(aws, database);
      const { DBSubnetGroups: [subnetGroup] = [] } = await aws.rds.send(
        new DescribeDBSubnetGroupsCommand({ DBSubnetGroupName: database.subnetGroup }),
      );
      const subnets = (subnetGroup?.Subnets ?? []).flatMap(({ SubnetIdentifier }) => SubnetIdentifier ?? []);
      const tables = await routeTablesOf(aws, subnetGroup?.VpcId ?? "");
      const problems = [
        ...database.instances
          .filter(({ PubliclyAccessible }) => PubliclyAccessible !== false)
          .map(({ DBInstanceIdentifier }) => `instance ${DBInstanceIdentifier} is publicly accessible`),
        ...(groups.length === 0 ? ["the database has no security group"] : groups.flatMap(admissions)),
        ...(subnets.length === 0 ? [`subnet group ${database.subnetGroup} has no subnet`] : []),
        ...subnets.flatMap((subnet) => waysOut(subnet, tables)),
      ];
      return {
        seen: `${database.instances.length} instances, ${groups.length} security groups, ${subnets.length} subnets`,
        problems,
      };
    }),
};

async function groupsOf({ ec2 }: Aws, database: Database): Promise<SecurityGroup[]> {
  const attached = partsOf(database).flatMap(({ VpcSecurityGroups = [] }) => VpcSecurityGroups);
  const ids = [...new Set(attached.flatMap(({ VpcSecurityGroupId }) => VpcSecurityGroupId ?? []))];
  if (ids.length === 0) return [];
  return (await ec2.send(new DescribeSecurityGroupsCommand({ GroupIds: ids }))).SecurityGroups ?? [];
}

function admissions({ GroupId, IpPermissions = [] }: SecurityGroup): string[] {
  return IpPermissions.flatMap((rule) => {
    const opened = `security group ${GroupId} of the database admits`;
    const port = rule.FromPort === ports.postgres && rule.ToPort === ports.postgres && rule.IpProtocol === "tcp";
    return [
      ...[...blocksOf(rule), ...prefixListsOf(rule)].map((block) => `${opened} ${block} on ${portsOf(rule)}`),
      ...(port ? [] : [`${opened} ${portsOf(rule)}, not only tcp ${ports.postgres}`]),
      ...(rule.UserIdGroupPairs ?? [])
        .filter((pair) => pair.GroupId === GroupId)
        .map(() => `${opened} itself on ${portsOf(rule)}, not only other security groups`),
    ];
  });
}

const routeTablesOf = ({ ec2 }: Aws, vpcId: string): Promise<RouteTable[]> =>
  everyItem(
    paginateDescribeRouteTables({ client: ec2 }, { Filters: [{ Name: "vpc-id", Values: [vpcId] }] }),
    (page) => page.RouteTables,
  );

/** A subnet without a route table of its own has the main one of its VPC. */
function waysOut(subnet: string, tables: readonly RouteTable[]): string[] {
  const own = tables.find(({ Associations = [] }) => Associations.some(({ SubnetId }) => SubnetId === subnet));
  const table = own ?? tables.find(({ Associations = [] }) => Associations.some(({ Main }) => Main === true));
  if (!table) return [`subnet ${subnet} of the database has no route table`];
  return (table.Routes ?? []).flatMap((route) => {
    const gateway = gatewayOf(route);
    const to = route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? route.DestinationPrefixListId;
    return gateway === undefined ? [] : [`subnet ${subnet} of the database has a route to ${to} through ${gateway}`];
  });
}

const gatewayOf = ({ GatewayId, NatGatewayId, InstanceId, EgressOnlyInternetGatewayId }: Route) =>
  [GatewayId?.startsWith("igw-") ? GatewayId : undefined, NatGatewayId, InstanceId, EgressOnlyInternetGatewayId].find(
    Boolean,
  );
