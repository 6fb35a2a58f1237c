import { GetObjectCommand } from "@aws-sdk/client-s3";
import type { Backend } from "../../terraform/root-file";
import { type Managed, managedIn } from "../../terraform/state";
import type { Aws } from "../aws";
import { unlessAbsent } from "../inventory/answers";

/** What a state manages, as its bucket has it: no Terraform has to be started for that. Nothing where there is none. */
export const storedState = async (aws: Aws, backend: Backend): Promise<Managed[]> =>
  (await writtenState(aws, backend)).managed;

/** The same, with when it was written, by the clock of S3. */
export async function writtenState(
  { s3 }: Aws,
  { bucket, key }: Backend,
): Promise<{ readonly managed: Managed[]; readonly writtenAt: Date | undefined }> {
  const found = await unlessAbsent(s3.send(new GetObjectCommand({ Bucket: bucket, Key: key })), "NoSuchKey");
  return {
    managed: found ? managedIn((await found.Body?.transformToString()) ?? "") : [],
    writtenAt: found?.LastModified,
  };
}
