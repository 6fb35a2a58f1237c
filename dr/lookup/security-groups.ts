import { type IpPermission, paginateDescribeSecurityGroups, type SecurityGroup } from "@aws-sdk/client-ec2";
import type { Aws } from "../aws";
import { everyItem } from "./pages";

/** The security groups of a VPC. */
export const securityGroupsOf = ({ ec2 }: Aws, vpcId: string): Promise<SecurityGroup[]> =>
  everyItem(
    paginateDescribeSecurityGroups({ client: ec2 }, { Filters: [{ Name: "vpc-id", Values: [vpcId] }] }),
    (page) => page.SecurityGroups,
  );

/** The address blocks that a rule admits. */
export const blocksOf = ({ IpRanges = [], Ipv6Ranges = [] }: IpPermission): string[] => [
  ...IpRanges.flatMap(({ CidrIp }) => CidrIp ?? []),
  ...Ipv6Ranges.flatMap(({ CidrIpv6 }) => CidrIpv6 ?? []),
];

/** The lists of address blocks that a rule admits. */
export const prefixListsOf = ({ PrefixListIds = [] }: IpPermission): string[] =>
  PrefixListIds.flatMap(({ PrefixListId }) => PrefixListId ?? []);

/** The ports that a rule opens, as people write them. */
export function portsOf({ IpProtocol, FromPort, ToPort }: IpPermission): string {
  if (IpProtocol === "-1") return "all ports";
  return FromPort === ToPort ? `${IpProtocol} ${FromPort}` : `${IpProtocol} ${FromPort}-${ToPort}`;
}
