import { CreateAliasCommand, CreateKeyCommand } from "@aws-sdk/client-kms";
import { CreateBucketCommand, PutBucketVersioningCommand } from "@aws-sdk/client-s3";
import type { Aws } from "../../dr/aws";
import { stateBucketName, stateKeyAlias } from "../../modules/state/contract";
import type { RegionName } from "../../regions/schema/aws-regions";
import { environments } from "../example/regions/environments";

/**
 * Makes the buckets of the regions' states, which are copied from one into another, and their keys, which secrets are under,
 * too; the state tier, which makes them for real, takes longer.
 */
export async function makeStates(aws: (region: string) => Aws, account: string): Promise<void> {
  for (const region of new Set(environments.flatMap(({ regions }) => regions.map(({ name }) => name)))) {
    const { kms } = aws(region);
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
    await kms.send(
      new CreateAliasCommand({ AliasName: stateKeyAlias({ account }, region), TargetKeyId: KeyMetadata?.KeyId }),
    );
    await makeBucket(aws(region), stateBucketName({ account }, region), region);
  }
}

async function makeBucket({ s3 }: Aws, Bucket: string, region: RegionName): Promise<void> {
  // S3 takes no location constraint of us-east-1.
  const CreateBucketConfiguration = region === "us-east-1" ? undefined : { LocationConstraint: region };
  await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
  await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: "Enabled" } }));
}
