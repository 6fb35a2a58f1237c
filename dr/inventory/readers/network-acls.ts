import { type NetworkAclEntry, paginateDescribeNetworkAcls } from "@aws-sdk/client-ec2";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Reader } from "../reader";
import { nameTag } from "../tags";

/** Network ACLs, with their entries and the subnets that they guard. */
export const networkAcls: Reader = {
  service: "EC2",
  async list({ ec2 }) {
    const found = await everyItem(paginateDescribeNetworkAcls({ client: ec2 }, {}), ({ NetworkAcls }) => NetworkAcls);
    return found.map((acl) => ({
      type: "aws_network_acl",
      id: given(acl.NetworkAclId),
      ...nameTag(acl.Tags),
      settings: {
        vpc: acl.VpcId,
        default: acl.IsDefault,
        subnets: acl.Associations?.map(({ SubnetId }) => SubnetId),
        entries: acl.Entries?.map(entry),
      },
      ...(acl.IsDefault ? { ownedBy: `aws_vpc ${acl.VpcId}` } : {}),
    }));
  },
};

const entry = (entry: NetworkAclEntry) => ({
  egress: entry.Egress,
  ruleNumber: entry.RuleNumber,
  ruleAction: entry.RuleAction,
  protocol: entry.Protocol,
  ports: entry.PortRange && `${entry.PortRange.From}-${entry.PortRange.To}`,
  icmp: entry.IcmpTypeCode,
  cidrBlock: entry.CidrBlock ?? entry.Ipv6CidrBlock,
});
