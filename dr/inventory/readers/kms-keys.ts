import {
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  type KeyMetadata,
  paginateListAliases,
  paginateListKeys,
} from "@aws-sdk/client-kms";
import type { Aws } from "../../aws";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Item } from "../item";
import { policy } from "../policy";
import type { Reader } from "../reader";

/** The account's own KMS keys and aliases; AWS's managed ones are left out. */
export const kmsKeys: Reader = {
  service: "KMS",
  async list(aws) {
    const [keys, found] = await Promise.all([
      everyItem(paginateListKeys({ client: aws.kms }, {}), ({ Keys }) => Keys),
      everyItem(paginateListAliases({ client: aws.kms }, {}), ({ Aliases }) => Aliases),
    ]);
    const aliases = found.filter(({ AliasName }) => !AliasName?.startsWith("alias/aws/"));
    const items = await Promise.all(
      keys.map(async ({ KeyId }) => {
        const { KeyMetadata: key } = await aws.kms.send(new DescribeKeyCommand({ KeyId }));
        if (!key || key.KeyManager === "AWS") return [];
        const alias = aliases.find(({ TargetKeyId }) => TargetKeyId === key.KeyId)?.AliasName?.replace("alias/", "");
        return [await item(aws, key, alias)];
      }),
    );
    return [
      ...items.flat(),
      ...aliases.map(({ AliasArn, AliasName, TargetKeyId }) => ({
        type: "aws_kms_alias",
        id: given(AliasArn),
        name: AliasName,
        settings: { key: TargetKeyId },
      })),
    ];
  },
};

async function item({ kms }: Aws, key: KeyMetadata, alias: string | undefined): Promise<Item> {
  const { KeyId, KeyState, DeletionDate } = key;
  const common = {
    type: key.MultiRegionConfiguration?.MultiRegionKeyType === "REPLICA" ? "aws_kms_replica_key" : "aws_kms_key",
    id: given(key.Arn),
    handles: [given(KeyId)],
    ...(alias ? { name: alias } : {}),
  };
  const settings = {
    keyState: KeyState,
    keySpec: key.KeySpec,
    keyUsage: key.KeyUsage,
    multiRegion: key.MultiRegion,
    description: key.Description,
  };
  // The rotation of a key that is being deleted cannot be asked.
  if (DeletionDate) return { ...common, settings, goneOn: DeletionDate.toISOString().slice(0, 10) };
  const [{ Policy }, rotation] = await Promise.all([
    kms.send(new GetKeyPolicyCommand({ KeyId, PolicyName: "default" })),
    key.KeySpec === "SYMMETRIC_DEFAULT" ? kms.send(new GetKeyRotationStatusCommand({ KeyId })) : undefined,
  ]);
  return {
    ...common,
    settings: {
      ...settings,
      enableKeyRotation: rotation?.KeyRotationEnabled,
      rotationPeriodInDays: rotation?.RotationPeriodInDays,
      policy: policy(Policy),
    },
  };
}
