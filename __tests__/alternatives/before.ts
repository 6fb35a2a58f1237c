import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import { CreateAliasCommand, CreateKeyCommand } from "@aws-sdk/client-kms";
import { type BucketLocationConstraint, CreateBucketCommand } from "@aws-sdk/client-s3";
import type { Aws } from "../../dr/aws";
import { lockTableName, stateBucketName, stateKeyAlias } from "../../modules/state/contract";
import { globalRegion } from "../../regions/schema/aws-regions";

/** Makes the place of a region's states and its key, as roots name them; the state tier, which makes it for real, takes longer. */
export async function statePlace({ s3, dynamodb, kms, region }: Aws, account: string): Promise<void> {
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  await kms.send(
    new CreateAliasCommand({ AliasName: stateKeyAlias({ account }, region), TargetKeyId: KeyMetadata?.KeyId }),
  );
  await s3.send(
    new CreateBucketCommand({
      Bucket: stateBucketName({ account }, region),
      ...(region === globalRegion
        ? {}
        : { CreateBucketConfiguration: { LocationConstraint: region as BucketLocationConstraint } }),
    }),
  );
  await dynamodb.send(
    new CreateTableCommand({
      TableName: lockTableName,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [{ AttributeName: "LockID", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "LockID", KeyType: "HASH" }],
    }),
  );
}
