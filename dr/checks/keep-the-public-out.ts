import {
  DescribeVpcsCommand,
  type Instance,
  paginateDescribeInstances,
  type SecurityGroup,
  type Vpc,
} from "@aws-sdk/client-ec2";
import ipaddr from "ipaddr.js";
import { ports } from "../../modules/network/contract";
import type { Aws } from "../aws";
import type { Check } from "../check";
import { openBuckets } from "../lookup/buckets";
import { findBalancers, missing, vpcOf } from "../lookup/load-balancers";
import { everyItem } from "../lookup/pages";
import { blocksOf, portsOf, prefixListsOf, securityGroupsOf } from "../lookup/security-groups";
import type { RecoveredRegion } from "./view";

/** From outside of the VPC only the entrance is reached, and no bucket is public. */
export const keepThePublicOut: Check<RecoveredRegion> = {
  title: "Nothing but the entrance is open to the public: security groups, addresses, buckets",
  async ask({ aws, namePrefix }) {
    const balancers = await findBalancers(aws, namePrefix);
    const vpcId = vpcOf(balancers);
    if (vpcId === undefined)
      return { seen: "no load balancer", problems: balancers.map((balancer) => missing(balancer, aws)) };
    const entrance = balancers.find(({ fleet }) => fleet === "web")?.found?.SecurityGroups ?? [];
    const { Vpcs: [vpc] = [] } = await aws.ec2.send(new DescribeVpcsCommand({ VpcIds: [vpcId] }));
    const groups = await securityGroupsOf(aws, vpcId);
    const instances = await instancesOf(aws, vpcId);
    const buckets = await openBuckets(aws, namePrefix);
    return {
      seen: `${groups.length} security groups, ${instances.length} instances, ${buckets.count} buckets`,
      problems: [
        ...balancers.filter(({ found }) => !found).map((balancer) => missing(balancer, aws)),
        ...groups.flatMap((group) => openings(group, entrance.includes(group.GroupId ?? ""), vpc)),
        ...instances
          .filter(({ PublicIpAddress }) => PublicIpAddress)
          .map(({ InstanceId, PublicIpAddress }) => `instance ${InstanceId} has the public address ${PublicIpAddress}`),
        ...buckets.problems,
      ],
    };
  },
};

/** The entrance admits everyone, on its two ports; all others at most the addresses of their own VPC. */
function openings({ GroupId, GroupName, IpPermissions = [] }: SecurityGroup, isEntrance: boolean, vpc?: Vpc): string[] {
  return IpPermissions.flatMap((rule) => {
    const web = rule.IpProtocol === "tcp" && rule.FromPort === rule.ToPort;
    if (isEntrance && web && (rule.FromPort === ports.http || rule.FromPort === ports.https)) return [];
    return [...blocksOf(rule).filter((block) => !isInside(block, vpc)), ...prefixListsOf(rule)].map(
      (block) => `security group ${GroupId} (${GroupName}) admits ${block} on ${portsOf(rule)}`,
    );
  });
}

function isInside(
  block: string,
  { CidrBlockAssociationSet = [], Ipv6CidrBlockAssociationSet = [] }: Vpc = {},
): boolean {
  const [address, bits] = ipaddr.parseCIDR(block);
  const own = [
    ...CidrBlockAssociationSet.flatMap(({ CidrBlock }) => CidrBlock ?? []),
    ...Ipv6CidrBlockAssociationSet.flatMap(({ Ipv6CidrBlock }) => Ipv6CidrBlock ?? []),
  ].map((cidr) => ipaddr.parseCIDR(cidr));
  return own.some(
    ([start, length]) => start.kind() === address.kind() && bits >= length && address.match(start, length),
  );
}

async function instancesOf({ ec2 }: Aws, vpcId: string): Promise<Instance[]> {
  const reservations = await everyItem(
    paginateDescribeInstances({ client: ec2 }, { Filters: [{ Name: "vpc-id", Values: [vpcId] }] }),
    (page) => page.Reservations,
  );
  return reservations
    .flatMap(({ Instances = [] }) => Instances)
    .filter(({ State }) => State?.Name !== "terminated" && State?.Name !== "shutting-down");
}
