import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runFolder } from "../../../support/once";

export const bucket = "states-of-small-estates";
export const region = "eu-north-1";

/** A root that makes nothing in AWS: what it gives, and what it reads of others, by the keys of their states. */
export interface SmallRoot {
  readonly reads?: readonly string[];
  readonly resource?: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly output?: Readonly<Record<string, unknown>>;
}

/** Writes what an app would synthesize: roots by the key of their state, `dev/eu-west-1/network`, with states in S3. */
export function smallEstate(roots: Readonly<Record<string, SmallRoot>>): string {
  const out = mkdtempSync(join(runFolder(), "small-estate-"));
  mkdirSync(join(out, "modules"));
  const idOf = (key: string): string => key.replaceAll("/", "-");
  const state = (key: string) => ({ bucket, key: `${key}.tfstate`, region });
  const s3 = { use_path_style: true, skip_requesting_account_id: true, max_retries: 0 };
  for (const [key, { reads = [], resource = {}, output = {} }] of Object.entries(roots)) {
    mkdirSync(join(out, "stacks", idOf(key)), { recursive: true });
    const states = reads.map((of) => [of.split("/").at(-1), { backend: "s3", config: { ...state(of), ...s3 } }]);
    const root = {
      terraform: { backend: { s3: { ...state(key), ...s3, use_lockfile: true } }, required_providers: {} },
      ...(reads.length > 0 && { data: { terraform_remote_state: Object.fromEntries(states) } }),
      ...(Object.keys(resource).length > 0 && { resource }),
      ...(Object.keys(output).length > 0 && {
        output: Object.fromEntries(Object.entries(output).map(([name, value]) => [name, { value }])),
      }),
    };
    writeFileSync(join(out, "stacks", idOf(key), "cdk.tf.json"), JSON.stringify(root));
  }
  const stacks = Object.fromEntries(
    Object.entries(roots).map(([key, { reads = [] }]) => [idOf(key), { dependencies: reads.map(idOf) }]),
  );
  writeFileSync(join(out, "manifest.json"), JSON.stringify({ stacks }));
  return out;
}
