import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { runFolder } from "../../support/once";

/** A root of a small app, which calls one module. */
export interface SmallRoot {
  readonly given?: Readonly<Record<string, unknown>>;
  readonly resource?: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly data?: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly moved?: readonly { from: string; to: string }[];
  readonly variable?: Readonly<Record<string, object>>;
  readonly dependencies?: readonly string[];
}

/** Writes what a small app would synthesize: roots by the key of their state, `prod/eu-west-1/network`. */
export function smallApp(roots: Readonly<Record<string, SmallRoot>>): string {
  const out = mkdtempSync(join(runFolder(), "small-app-"));
  const write = (path: string, content: object): void => {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), JSON.stringify(content));
  };
  const stacks: Record<string, object> = {};
  for (const [key, root] of Object.entries(roots)) {
    const { given = {}, resource = {}, data, moved, variable = {}, dependencies = [] } = root;
    const id = key.replaceAll("/", "-");
    const tier = key.split("/").at(-1) ?? "";
    stacks[id] = { dependencies: dependencies.map((one) => one.replaceAll("/", "-")) };
    const s3 = { bucket: "states", key: `${key}.tfstate`, region: "eu-north-1" };
    write(`stacks/${id}/cdk.tf.json`, {
      "//": { metadata: { version: id } },
      terraform: { backend: { s3 }, required_providers: {} },
      provider: { aws: [{ region: "eu-west-1" }] },
      module: { [tier]: { "//": { metadata: id }, source: `../../modules/${key}`, ...given } },
    });
    write(`modules/${key}/main.tf.json`, { resource, ...(data && { data }), ...(moved && { moved }) });
    write(`modules/${key}/variables.tf.json`, { variable });
    write(`modules/${key}/outputs.tf.json`, {});
    write(`modules/${key}/versions.tf.json`, {});
  }
  write("manifest.json", { stacks });
  return out;
}
