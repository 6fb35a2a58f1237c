import { GetEbsEncryptionByDefaultCommand } from "@aws-sdk/client-ec2";
import type { Reader } from "../reader";

/** The region's switch that encrypts every new volume: there while it is on. */
export const ebsEncryption: Reader = {
  service: "EC2",
  async list({ ec2, region }) {
    const { EbsEncryptionByDefault } = await ec2.send(new GetEbsEncryptionByDefaultCommand({}));
    return EbsEncryptionByDefault
      ? [{ type: "aws_ebs_encryption_by_default", id: region, settings: { enabled: true } }]
      : [];
  },
};
