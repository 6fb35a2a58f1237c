import { DeleteItemCommand } from "@aws-sdk/client-dynamodb";
import { DeleteObjectCommand } from "@aws-sdk/client-s3";
import { lockTableName, stateBucketName } from "../../modules/state/contract";
import type { Environment } from "../../regions/schema/environment";
import type { Backend } from "../../terraform/root-file";
import type { Aws } from "../aws";

/** Key of the state of a run's recovery root, in the state bucket of its region. */
export const runStateKey = ({ name }: Pick<Environment, "name">, region: string, run: string): string =>
  `${name}/${region}/drills/${run}.tfstate`;

/** Removes the locks that a Terraform which was killed has left on a state; nothing happens where there are none. */
export async function breakLock({ s3, dynamodb }: Aws, { bucket, key, dynamodb_table: table }: Backend): Promise<void> {
  await unlessGone(s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: `${key}.tflock` })));
  if (table === undefined) return;
  const lock = { LockID: { S: `${bucket}/${key}` } };
  await unlessGone(dynamodb.send(new DeleteItemCommand({ TableName: table, Key: lock })));
}

/** A state whose bucket or table is not there has no lock either. */
async function unlessGone(removed: Promise<unknown>): Promise<void> {
  try {
    await removed;
  } catch (error) {
    if (!(error instanceof Error && ["NoSuchBucket", "ResourceNotFoundException"].includes(error.name))) throw error;
  }
}

/** Removes a state that describes nothing any more, and the digest that Terraform keeps of it. */
export async function forgetState(aws: Aws, environment: Environment, key: string): Promise<void> {
  const bucket = stateBucketName(environment, aws.region);
  await aws.s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
  const digest = { LockID: { S: `${bucket}/${key}-md5` } };
  await aws.dynamodb.send(new DeleteItemCommand({ TableName: lockTableName, Key: digest }));
}
