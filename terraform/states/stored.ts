import { readFileSync } from "node:fs";
import { GetObjectCommand, ListObjectVersionsCommand, type S3Client } from "@aws-sdk/client-s3";
import { UserError } from "../../modules/core/user-error";
import { managedIn } from "../state";

/**
 * The objects that a state has, by address and id.
 *
 * Not its lineage and serial: Terraform gives a state new ones when it moves it into a bucket.
 */
export type Objects = ReadonlySet<string>;

/** The state in a local file; undefined where there is none. */
export function localState(file: string): Objects | undefined {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
  return objectsIn(text, file);
}

/** Why a bucket has no state. */
export type Absent = "no bucket" | "empty bucket" | "no state";

/** The state in a bucket, or what is missing. */
export async function remoteState(
  s3: S3Client,
  { bucket, key }: { readonly bucket: string; readonly key: string },
): Promise<Objects | Absent> {
  const url = `s3://${bucket}/${key}`;
  try {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return objectsIn((await Body?.transformToString()) ?? "", url);
  } catch (error) {
    if (error instanceof Error && error.name === "NoSuchBucket") return "no bucket";
    if (error instanceof Error && error.name === "NoSuchKey")
      return (await isEmpty(s3, bucket)) ? "empty bucket" : "no state";
    if (error instanceof UserError) throw error;
    throw new UserError(
      `${url} cannot be read (${error instanceof Error ? `${error.name}: ${error.message}` : error}). ` +
        "Bucket names are unique in all of AWS: check that nobody else owns this one, and that your credentials may read it.",
    );
  }
}

/** Whether a bucket has never had anything, or at least keeps nothing of it. */
export async function isEmpty(s3: S3Client, Bucket: string): Promise<boolean> {
  const { Versions = [], DeleteMarkers = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket, MaxKeys: 1 }));
  return Versions.length + DeleteMarkers.length === 0;
}

function objectsIn(text: string, where: string): Objects {
  try {
    return new Set(managedIn(text).map(({ address, attributes }) => `${address} ${attributes.id}`));
  } catch {
    throw new UserError(`${where} is not a Terraform state. Restore an older version of it, or move it away.`);
  }
}
