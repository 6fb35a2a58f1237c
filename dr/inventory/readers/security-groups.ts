import { type IpPermission, paginateDescribeSecurityGroups } from "@aws-sdk/client-ec2";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Reader } from "../reader";
import { prefixListNames } from "./prefix-lists";

/** Security groups; each of their rules names one peer. */
export const securityGroups: Reader = {
  service: "EC2",
  async list({ ec2 }) {
    const pages = paginateDescribeSecurityGroups({ client: ec2 }, {});
    const [groups, lists] = await Promise.all([everyItem(pages, (page) => page.SecurityGroups), prefixListNames(ec2)]);
    return groups.map((group) => ({
      type: "aws_security_group",
      id: given(group.GroupId),
      name: group.GroupName,
      settings: {
        vpc: group.VpcId,
        description: group.Description,
        ingress: group.IpPermissions?.flatMap((permission) => rules(permission, lists)),
        egress: group.IpPermissionsEgress?.flatMap((permission) => rules(permission, lists)),
      },
      ...(group.GroupName === "default" ? { ownedBy: `aws_vpc ${group.VpcId}` } : {}),
    }));
  },
};

function rules(permission: IpPermission, lists: ReadonlyMap<string, string>) {
  const { IpProtocol: protocol, FromPort: fromPort, ToPort: toPort } = permission;
  const { IpRanges = [], Ipv6Ranges = [], UserIdGroupPairs = [], PrefixListIds = [] } = permission;
  const peers = [
    ...IpRanges.map(({ CidrIp, Description }) => ({ peer: CidrIp, description: Description })),
    ...Ipv6Ranges.map(({ CidrIpv6, Description }) => ({ peer: CidrIpv6, description: Description })),
    ...UserIdGroupPairs.map(({ GroupId, Description }) => ({ peer: GroupId, description: Description })),
    ...PrefixListIds.map(({ PrefixListId = "", Description }) => ({
      peer: lists.get(PrefixListId) ?? PrefixListId,
      description: Description,
    })),
  ];
  return peers.map((peer) => ({ protocol, fromPort, toPort, ...peer }));
}
