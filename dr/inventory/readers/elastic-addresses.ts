import { DescribeAddressesCommand } from "@aws-sdk/client-ec2";
import { given } from "../answers";
import type { Reader } from "../reader";
import { nameTag } from "../tags";

/** Elastic IP addresses. */
export const elasticAddresses: Reader = {
  service: "EC2",
  async list({ ec2 }) {
    const { Addresses = [] } = await ec2.send(new DescribeAddressesCommand({}));
    return Addresses.map((address) => ({
      type: "aws_eip",
      id: given(address.AllocationId ?? address.PublicIp),
      ...nameTag(address.Tags),
      settings: {
        domain: address.Domain,
        inUse: address.AssociationId !== undefined,
        instance: address.InstanceId || undefined,
      },
    }));
  },
};
