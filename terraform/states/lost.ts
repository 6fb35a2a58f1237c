import { DescribeTableCommand, type DynamoDBClient, ListTagsOfResourceCommand } from "@aws-sdk/client-dynamodb";
import { DescribeKeyCommand, type KMSClient, ListResourceTagsCommand } from "@aws-sdk/client-kms";
import { GetBucketTaggingCommand, HeadBucketCommand, type S3Client } from "@aws-sdk/client-s3";
import { UserError } from "../../modules/core/user-error";
import { planSchema } from "../plan/schema";
import { isEmpty } from "./stored";

/** The clients that a state root's things are looked for with. */
export interface Clients {
  readonly s3: S3Client;
  readonly dynamodb: DynamoDBClient;
  readonly kms: KMSClient;
}

/** What stands and is in no state: where it belongs in one, and what it is imported by. */
export interface Lost {
  readonly address: string;
  readonly id: string;
}

type Tags = Readonly<Record<string, string | undefined>>;

/**
 * What a plan would make though it stands: a Terraform that was stopped while AWS was making it did not get the answer.
 *
 * Throws a UserError for what does not carry the tags of the root, and so may be somebody's.
 */
export async function lostOf(plan: unknown, tags: Tags, clients: Clients): Promise<Lost[]> {
  const made = planSchema.parse(plan).resource_changes.filter(({ change }) => change.actions.join() === "create");
  const found = made.map(async ({ address, change: { after } }): Promise<Lost[]> => {
    const look = looks[address.split(".").at(-2) ?? ""];
    if (!look) return [];
    const id = String(after?.[look.named]);
    const theirs = await unlessMissing(look.tags(id, clients));
    if (theirs === undefined) return [];
    if (theirs === "new") return [{ address, id }];
    const other = Object.keys(tags).filter((key) => theirs[key] !== tags[key]);
    if (other.length === 0) return [{ address, id }];
    throw new UserError(
      `${id} exists, is in no state, and its tags ${other.join(", ")} are not those of ${address}, so it may be somebody's. ` +
        "If it is the platform's, give it those tags, and run the same command again; else delete it.",
    );
  });
  return (await Promise.all(found)).flat();
}

/** How a thing is called in its resource, and its tags where it stands; "new" is one that nobody has tagged or used. */
interface Look {
  readonly named: string;
  tags(id: string, clients: Clients): Promise<Tags | "new">;
}

const looks: Readonly<Record<string, Look>> = {
  aws_s3_bucket: {
    named: "bucket",
    tags: async (Bucket, { s3 }) => {
      await s3.send(new HeadBucketCommand({ Bucket }));
      const { TagSet } = await s3.send(new GetBucketTaggingCommand({ Bucket })).catch((error: unknown) => {
        if (error instanceof Error && error.name === "NoSuchTagSet") return { TagSet: [] };
        throw error;
      });
      // The provider makes a bucket first, and tags it then.
      const isNew = TagSet?.length === 0 && (await isEmpty(s3, Bucket));
      return isNew ? "new" : Object.fromEntries((TagSet ?? []).map(({ Key, Value }) => [Key, Value]));
    },
  },
  aws_dynamodb_table: {
    named: "name",
    tags: async (TableName, { dynamodb }) => {
      const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName }));
      const { Tags } = await dynamodb.send(new ListTagsOfResourceCommand({ ResourceArn: Table?.TableArn }));
      return Object.fromEntries((Tags ?? []).map(({ Key, Value }) => [Key, Value]));
    },
  },
  // An alias has no tags; those of its key tell whose it is.
  aws_kms_alias: {
    named: "name",
    tags: async (KeyId, { kms }) => {
      const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
      const { Tags } = await kms.send(new ListResourceTagsCommand({ KeyId: KeyMetadata?.KeyId }));
      return Object.fromEntries((Tags ?? []).map(({ TagKey, TagValue }) => [TagKey, TagValue]));
    },
  },
};

/** A call that says that there is no such thing gives undefined. */
async function unlessMissing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    const missing = ["NotFound", "NoSuchBucket", "ResourceNotFoundException", "NotFoundException"];
    if (error instanceof Error && missing.includes(error.name)) return undefined;
    throw error;
  }
}
