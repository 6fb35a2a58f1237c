import { paginateDescribeNetworkInterfaces } from "@aws-sdk/client-ec2";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Reader } from "../reader";
import { nameTag } from "../tags";

/** Network interfaces; most are AWS's, made for what stands in a subnet. */
export const networkInterfaces: Reader = {
  service: "EC2",
  async list({ ec2 }) {
    const pages = paginateDescribeNetworkInterfaces({ client: ec2 }, {});
    return (await everyItem(pages, (page) => page.NetworkInterfaces)).map((networkInterface) => {
      const { Attachment: attachment, Description: description } = networkInterface;
      const owner = attachment?.InstanceId ? `aws_instance ${attachment.InstanceId}` : description;
      const owned = attachment?.InstanceId !== undefined || networkInterface.RequesterManaged === true;
      return {
        type: "aws_network_interface",
        id: given(networkInterface.NetworkInterfaceId),
        ...nameTag(networkInterface.TagSet),
        settings: {
          subnet: networkInterface.SubnetId,
          interfaceType: networkInterface.InterfaceType,
          securityGroups: networkInterface.Groups?.map(({ GroupId }) => GroupId),
          public: networkInterface.Association?.PublicIp !== undefined,
          sourceDestCheck: networkInterface.SourceDestCheck,
        },
        ...(owned && owner ? { ownedBy: owner } : {}),
      };
    });
  },
};
