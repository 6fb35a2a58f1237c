import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import type { Contract, Placed, Tier } from "../../modules/core/contract";
import { TierModule } from "../../modules/core/module";
import { tierSchema } from "../../regions/schema/tier-schema";

/** A resource as the module declares it, with Terraform's names. */
// biome-ignore lint/suspicious/noExplicitAny: any Terraform JSON, which each test knows the form of
export type Block = Readonly<Record<string, any>>;

/** A module as it is written: `resource.aws_subnet.private_a`. */
export interface Written {
  readonly resource: Readonly<Record<string, Readonly<Record<string, Block>>>>;
  readonly data: Readonly<Record<string, Readonly<Record<string, Block>>>>;
  readonly locals: Readonly<Record<string, string>>;
  readonly ephemeral: Readonly<Record<string, Readonly<Record<string, Block>>>>;
  readonly variable: Readonly<Record<string, Block>>;
  readonly output: Readonly<Record<string, Block>>;
}

/** Synthesizes a tier as a module, with a region file's `config`, the defaults and what is derived, and reads what was written. */
export function written<C extends Contract>(
  tier: Tier<C>,
  config: Readonly<Record<string, unknown>> = {},
  derived: Readonly<Record<string, unknown>> = {},
): Written {
  const outdir = mkdtempSync(join(tmpdir(), "module-"));
  try {
    const app = new App({ outdir });
    const given = { ...tierSchema(tier.contract).parse(config), ...derived };
    new TierModule(app, "test/region/tier", { tier, placed: given as Placed<C> });
    app.synth();
    const read = (name: string): Block =>
      JSON.parse(readFileSync(join(outdir, "modules/test/region/tier", `${name}.tf.json`), "utf8"));
    const { resource, data = {}, locals = {}, ephemeral = {} } = read("main");
    return { resource, data, locals, ephemeral, ...read("variables"), ...read("outputs") } as Written;
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** Every resource of a type, by name; fails when there is none, so that a promise about all of them says something. */
export function all({ resource }: Written, type: string): [name: string, block: Block][] {
  const found = Object.entries(resource[type] ?? {});
  if (found.length === 0) throw new Error(`The module has no ${type}.`);
  return found;
}
