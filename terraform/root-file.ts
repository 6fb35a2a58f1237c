import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const state = z.object({ bucket: z.string(), key: z.string(), region: z.string() });
const tags = z.array(z.object({ tags: z.record(z.string(), z.string()).default({}) }));
const named = z.record(z.string(), z.record(z.string(), z.unknown()));

/** What is read of a root as it was synthesized. */
const schema = z.object({
  terraform: z.object({
    required_providers: z.unknown(),
    backend: z
      .object({ s3: state.extend({ dynamodb_table: z.string().optional(), use_lockfile: z.boolean().optional() }) })
      .optional(),
  }),
  provider: z
    .object({ aws: z.tuple([z.looseObject({ region: z.string(), default_tags: tags.optional() })]) })
    .optional(),
  data: z
    .object({ terraform_remote_state: z.record(z.string(), z.looseObject({ config: state })) })
    .partial()
    .default({}),
  module: named.default({}),
  "//": z.looseObject({ derived: named.default({}) }).default({ derived: {} }),
  variable: named.default({}),
});

/** A synthesized root, as its file says it. */
export type RootFile = z.infer<typeof schema>;

/** Where a root's state is, and the table that locks it. */
export type Backend = NonNullable<RootFile["terraform"]["backend"]>["s3"];

/** The region that a root works in. */
export function regionOf({ provider }: RootFile): string {
  if (!provider) throw new Error("The root has no provider of AWS, and so no region.");
  return provider.aws[0].region;
}

/** Reads the root in a folder. */
export function readRootFile(folder: string): RootFile {
  const file = join(folder, "cdk.tf.json");
  const text = readFileSync(file, "utf8");
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new Error(`${file} is not a synthesized root: ${error instanceof Error ? error.message : error}`);
  }
}

/** Where the state of the root in a folder is, as it was synthesized. */
export function backendIn(folder: string): Backend {
  const { backend } = readRootFile(folder).terraform;
  if (!backend) throw new Error(`${folder} names no backend.`);
  return backend.s3;
}
