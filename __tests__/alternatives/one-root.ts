import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { z } from "zod";
import { contractOf } from "../../regions/wiring/tiers";
import { projectRoot } from "../../terraform/project-root";
import { type RootFile, readRootFile, regionOf } from "../../terraform/root-file";
import type { SynthesizedRoot } from "../../terraform/synthesized";

type Call = Readonly<Record<string, unknown>>;
type Root = SynthesizedRoot & RootFile;

/** Where its state is. */
interface Bucket {
  readonly bucket: string;
  readonly region: string;
}

/**
 * Writes synthesized roots as one, so that Terraform runs once for all of them and their waits are beside each other.
 *
 * Each module is called as its own root calls it, in its region. What a root reads of another one's state, it has from
 * that one's module here; and what must stand before without being read, stands before it here, too. Its state is in a
 * bucket: a file would be written whole after each of hundreds of resources, which takes twice the CPU.
 */
export function writeOneRoot(wanted: readonly SynthesizedRoot[], folder: string, states: Bucket): void {
  const roots = wanted.map((one) => ({ ...one, ...readRootFile(one.folder) }));
  const calls = roots.flatMap((root) =>
    Object.entries(root.module).map(([tier, call]) => [
      called(root, tier),
      {
        ...inOne(root, roots, call),
        source: relative(folder, join(root.folder, String(call.source))),
        providers: { aws: `aws.${regionOf(root)}` },
        depends_on: before(root, roots, tier),
      },
    ]),
  );
  const providers = new Map(roots.map((root) => [regionOf(root), { ...root.provider?.aws[0], alias: regionOf(root) }]));
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(projectRoot, ".terraform.lock.hcl"), join(folder, ".terraform.lock.hcl"));
  writeFileSync(
    join(folder, "cdk.tf.json"),
    JSON.stringify({
      terraform: {
        required_providers: roots[0]?.terraform.required_providers,
        backend: { s3: { ...states, key: "all.tfstate", use_path_style: true } },
      },
      provider: { aws: [...providers.values()] },
      module: Object.fromEntries(calls),
    }),
  );
}

/** What a module is called here: tiers are there in several regions. */
const called = (root: RootFile, tier: string): string => `${tier}-${regionOf(root)}`;

/** The modules of the tiers that a tier comes after. */
const before = (root: Root, roots: readonly Root[], tier: string): string[] => {
  const earlier = contractOf(tier)?.after ?? [];
  return roots
    .filter(({ id }) => root.dependencies.includes(id))
    .flatMap((other) =>
      other.tiers
        .filter((one) => earlier.some(({ name }) => name === one))
        .map((one) => `module.${called(other, one)}`),
    );
};

/** A call without variables and states: the values that these have, and the modules that those are of. */
function inOne(root: Root, roots: readonly Root[], { "//": _, ...call }: Call): Call {
  const owner = (state: string): Root | undefined => {
    const place = root.data.terraform_remote_state?.[state]?.config;
    return roots.find(({ terraform }) => {
      const own = terraform.backend?.s3;
      return own !== undefined && own.bucket === place?.bucket && own.key === place?.key;
    });
  };
  const text = JSON.stringify(call, (__, value) => {
    const name = /^\$\{var\.(\w+)\}$/.exec(String(value))?.[1];
    if (name === undefined) return value;
    return name === "ephemeral" ? true : root.variable?.[name]?.default;
  })
    .replace(/\bmodule\.(\w+)\./g, (_, tier) => `module.${called(root, tier)}.`)
    .replace(/\bdata\.terraform_remote_state\.(\w+)\.outputs\./g, (all, state) => {
      const found = owner(state);
      return found?.tiers[0] === undefined ? all : `module.${called(found, found.tiers[0])}.`;
    });
  return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
}
