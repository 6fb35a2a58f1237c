import { readFileSync } from "node:fs";
import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { z } from "zod";
import { UserError } from "../../modules/core/user-error";
import type { stateLocation } from "../../regions/wiring/location";

export type StateLocation = ReturnType<typeof stateLocation>;

const schema = z.object({
  resources: z.array(
    z.object({
      mode: z.string(),
      module: z.string().optional(),
      type: z.string(),
      name: z.string(),
      instances: z.array(z.object({ attributes: z.object({ id: z.string() }).loose() })),
    }),
  ),
});

/**
 * The objects that a state knows, by address and id.
 *
 * Not its lineage and serial: Terraform gives a state new ones when it moves it into a bucket.
 */
export type State = ReadonlySet<string>;

/** The state in a local file; undefined where there is none. */
export function localState(file: string): State | undefined {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
  return parse(text, file);
}

/** The state in a bucket, or what is missing. */
export async function remoteState({ bucket, key, region }: StateLocation): Promise<State | "no bucket" | "no state"> {
  const s3 = new S3Client({ region, forcePathStyle: process.env.AWS_ENDPOINT_URL !== undefined });
  try {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return parse((await Body?.transformToString()) ?? "", `s3://${bucket}/${key}`);
  } catch (error) {
    if (error instanceof Error && error.name === "NoSuchBucket") return "no bucket";
    if (error instanceof Error && error.name === "NoSuchKey") return "no state";
    if (error instanceof UserError) throw error;
    throw new UserError(
      `s3://${bucket}/${key} cannot be read (${error instanceof Error ? `${error.name}: ${error.message}` : error}). ` +
        "Bucket names are unique in all of AWS: see that nobody else has this one, and that the credentials may read it.",
    );
  }
}

function parse(text: string, where: string): State {
  try {
    const { resources } = schema.parse(JSON.parse(text));
    return new Set(
      resources
        .filter(({ mode }) => mode === "managed")
        .flatMap(({ module, type, name, instances }) =>
          instances.map(({ attributes }) => `${module ?? ""}.${type}.${name} ${attributes.id}`),
        ),
    );
  } catch {
    throw new UserError(`${where} is no Terraform state. Put back an older version of it, or move it away.`);
  }
}
