import { GetObjectCommand } from "@aws-sdk/client-s3";
import type { Backend } from "../../terraform/root-file";
import { type Managed, managedIn } from "../../terraform/state";
import type { Aws } from "../aws";
import { unlessAbsent } from "../inventory/answers";

/** What a state manages, as its bucket has it: no Terraform has to be started for that. Nothing where there is none. */
export async function storedState({ s3 }: Aws, { bucket, key }: Backend): Promise<Managed[]> {
  const found = await unlessAbsent(s3.send(new GetObjectCommand({ Bucket: bucket, Key: key })), "NoSuchKey");
  return found ? managedIn((await found.Body?.transformToString()) ?? "") : [];
}
