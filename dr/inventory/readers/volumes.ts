import { paginateDescribeVolumes } from "@aws-sdk/client-ec2";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Reader } from "../reader";
import { nameTag } from "../tags";

/** EBS volumes, attached or not. */
export const volumes: Reader = {
  service: "EC2",
  async list({ ec2 }) {
    const found = await everyItem(paginateDescribeVolumes({ client: ec2 }, {}), ({ Volumes }) => Volumes);
    return found.map((volume) => {
      const instance = volume.Attachments?.[0]?.InstanceId;
      return {
        type: "aws_ebs_volume",
        id: given(volume.VolumeId),
        ...nameTag(volume.Tags),
        settings: {
          availabilityZone: volume.AvailabilityZone,
          size: volume.Size,
          volumeType: volume.VolumeType,
          encrypted: volume.Encrypted,
          kmsKey: volume.KmsKeyId,
          attached: instance !== undefined,
        },
        ...(instance ? { ownedBy: `aws_instance ${instance}` } : {}),
      };
    });
  },
};
