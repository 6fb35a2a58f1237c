import { paginateDescribeImages, paginateDescribeSnapshots } from "@aws-sdk/client-ec2";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Reader } from "../reader";
import { nameTag } from "../tags";

/** The account's own AMIs and EBS snapshots. */
export const images: Reader = {
  service: "EC2",
  async list({ ec2 }) {
    const [amis, snapshots] = await Promise.all([
      everyItem(paginateDescribeImages({ client: ec2 }, { Owners: ["self"] }), ({ Images }) => Images),
      everyItem(paginateDescribeSnapshots({ client: ec2 }, { OwnerIds: ["self"] }), ({ Snapshots }) => Snapshots),
    ]);
    return [
      ...amis.map((ami) => ({
        type: "aws_ami",
        id: given(ami.ImageId),
        ...(ami.Name ? { name: ami.Name } : {}),
        settings: { architecture: ami.Architecture, public: ami.Public },
      })),
      ...snapshots.map((snapshot) => ({
        type: "aws_ebs_snapshot",
        id: given(snapshot.SnapshotId),
        ...nameTag(snapshot.Tags),
        settings: { volumeSize: snapshot.VolumeSize, encrypted: snapshot.Encrypted, kmsKey: snapshot.KmsKeyId },
      })),
    ];
  },
};
