import { DescribeKeyPairsCommand } from "@aws-sdk/client-ec2";
import { given } from "../answers";
import type { Reader } from "../reader";

/** SSH key pairs. */
export const keyPairs: Reader = {
  service: "EC2",
  async list({ ec2 }) {
    const { KeyPairs = [] } = await ec2.send(new DescribeKeyPairsCommand({}));
    return KeyPairs.map((pair) => ({
      type: "aws_key_pair",
      id: given(pair.KeyPairId ?? pair.KeyName),
      name: pair.KeyName,
      settings: { keyType: pair.KeyType },
    }));
  },
};
