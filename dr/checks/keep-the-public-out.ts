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
import { evidence } from "../controls";
import { prefixListNames } from "../inventory/readers/prefix-lists";
import { openBuckets } from "../lookup/buckets";
import { findBalancers, missing, vpcOf } from "../lookup/load-balancers";
import { everyItem } from "../lookup/pages";
import { blocksOf, portsOf, prefixListsOf, securityGroupsOf } from "../lookup/security-groups";
import type { RecoveredRegion } from "./view";

/** From outside of the VPC only CloudFront and Route 53 reach the entrance, nobody the rest, and no bucket is public. */
export const keepThePublicOut: Check<RecoveredRegion> = {
  id: "keep-the-public-out",
  title: "Only CloudFront and health checks can reach the load balancer, and nothing else is public",
  question: "private",
  controls: evidence.protection,
  async ask({ aws, namePrefix }) {
    const balancers = await findBalancers(aws, namePrefix);
    const vpcId = vpcOf(balancers);
    if (vpcId === undefined)
      return { seen: "no load balancer", problems: balancers.map((balancer) => missing(balancer, aws)) };
    const entrance = balancers.find(({ service }) => service === "web")?.found?.SecurityGroups ?? [];
    const { Vpcs: [vpc] = [] } = await aws.ec2.send(new DescribeVpcsCommand({ VpcIds: [vpcId] }));
    const [groups, lists] = await Promise.all([securityGroupsOf(aws, vpcId), prefixListNames(aws.ec2)]);
    const instances = await instancesOf(aws, vpcId);
    const buckets = await openBuckets(aws, namePrefix);
    return {
      seen: `${groups.length} security groups, ${instances.length} instances, ${buckets.count} buckets`,
      problems: [
        ...balancers.filter(({ found }) => !found).map((balancer) => missing(balancer, aws)),
        ...groups.flatMap((group) =>
          openings(group, entrance.includes(group.GroupId ?? "") ? incomingLists(aws.region) : [], { vpc, lists }),
        ),
        ...instances
          .filter(({ PublicIpAddress }) => PublicIpAddress)
          .map(({ InstanceId, PublicIpAddress }) => `instance ${InstanceId} has the public address ${PublicIpAddress}`),
        ...buckets.problems,
      ],
    };
  },
};

/** Who may come to the entrance, and to which port: lists of addresses that AWS keeps. */
const incomingLists = (region: string): string[] => [
  `com.amazonaws.global.cloudfront.origin-facing on tcp ${ports.https}`,
  `com.amazonaws.global.cloudfront.origin-facing on tcp ${ports.http}`,
  `com.amazonaws.${region}.route53-healthchecks on tcp ${ports.https}`,
];

/** Whom a group admits who is neither in its VPC nor one of `admitted`. */
function openings(
  { GroupId, GroupName, IpPermissions = [] }: SecurityGroup,
  admitted: readonly string[],
  { vpc, lists }: { readonly vpc?: Vpc; readonly lists: ReadonlyMap<string, string> },
): string[] {
  return IpPermissions.flatMap((rule) =>
    [
      ...blocksOf(rule).filter((block) => !isInside(block, vpc)),
      ...prefixListsOf(rule).map((id) => lists.get(id) ?? id),
    ].map((peer) => `${peer} on ${portsOf(rule)}`),
  )
    .filter((opening) => !admitted.includes(opening))
    .map((opening) => `security group ${GroupId} (${GroupName}) admits ${opening}`);
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
