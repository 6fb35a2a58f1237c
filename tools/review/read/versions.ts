import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** What a root runs with that is made elsewhere. */
export interface Versions {
  /** Which versions of Terraform it and its modules take. */
  readonly terraform: string;
  /** By their address, as the lock file has them. */
  readonly providers: ReadonlyMap<string, { readonly version: string; readonly hashes: readonly string[] }>;
  /** Modules from elsewhere, by the name of their call: `source, version`. */
  readonly modules: ReadonlyMap<string, string>;
}

const schema = z.object({
  terraform: z.object({ required_version: z.string().optional() }).optional(),
  module: z.record(z.string(), z.object({ source: z.string(), version: z.string().optional() })).default({}),
});

/** What a root in a folder runs with, by its own files, its lock file and those of its local modules. */
export function versionsIn(folder: string): Versions {
  const own = filesOf(folder);
  const calls = own.flatMap(({ module }) => Object.entries(module));
  const local = calls.filter(([, { source }]) => isLocal(source)).map(([, { source }]) => join(folder, source));
  const required = [...own, ...[...new Set(local)].flatMap(filesOf)].flatMap(
    ({ terraform }) => terraform?.required_version ?? [],
  );
  return {
    terraform: [...new Set(required)].sort().join("; "),
    providers: lockedIn(readFileOf(folder, ".terraform.lock.hcl")),
    modules: new Map(
      calls
        .filter(([, { source }]) => !isLocal(source))
        .map(([name, { source, version }]) => [name, [source, ...(version ? [version] : [])].join(", ")]),
    ),
  };
}

const isLocal = (source: string): boolean => /^\.\.?\//.test(source);

const filesOf = (folder: string): z.infer<typeof schema>[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".tf.json"))
    .map((file) => schema.parse(JSON.parse(readFileSync(join(folder, file), "utf8"))));

const readFileOf = (folder: string, name: string): string =>
  readdirSync(folder).includes(name) ? readFileSync(join(folder, name), "utf8") : "";

/** Terraform writes the file itself, in one form. https://developer.hashicorp.com/terraform/language/files/dependency-lock */
const lockedIn = (text: string): Versions["providers"] =>
  new Map(
    [...text.matchAll(/^provider "([^"]+)" \{\n([\s\S]*?)^\}/gm)].map(([, address = "", block = ""]) => [
      address,
      {
        version: /^ {2}version += "([^"]+)"/m.exec(block)?.[1] ?? "",
        hashes: [...block.matchAll(/"((?:h1|zh):[^"]+)"/g)].map(([, hash = ""]) => hash),
      },
    ]),
  );
