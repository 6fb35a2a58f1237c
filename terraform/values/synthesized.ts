import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { placeInKey, recoveryOf } from "../../regions/wiring/location";
import { moduleContent } from "../published";
import { readRootFile, regionOf } from "../root-file";
import { readRoots, type SynthesizedRoot } from "../synthesized";
import { evaluated } from "./evaluate";
import type { ValuedResource } from "./resource";

const values = z.record(z.string(), z.unknown());
type Values = z.infer<typeof values>;
const named = z.record(z.string(), values);

/** What values are made of, of a module and of a root alike. */
const blocks = z.object({
  variable: named.default({}),
  output: named.default({}),
  resource: z.record(z.string(), named).default({}),
  locals: values.default({}),
});
type Blocks = z.infer<typeof blocks>;

/**
 * Every resource of some environments, or all, of a synthesized app, with the values that an apply would give it, as far
 * as they are known before.
 */
export function valuedResources(out: string, environments?: readonly string[]): ValuedResource[] {
  const roots = new Map<string, ValuedRoot>();
  const byState = (bucket: string, key: string): ValuedRoot | undefined => roots.get(`${bucket}/${key}`);
  const modules = new Map<string, Blocks>();
  // A root reads states of its own environment only: each is an account by itself.
  const wanted = readRoots(out).filter((root) => environments?.includes(environmentOf(root)) ?? true);
  const all = wanted.map((root) => new ValuedRoot(root, { byState, modules }));
  for (const root of all) roots.set(root.state, root);
  return all.flatMap((root) => root.resources());
}

const environmentOf = ({ backend }: SynthesizedRoot): string => placeInKey(backend?.key ?? "").environment;

interface Others {
  readonly byState: (bucket: string, key: string) => ValuedRoot | undefined;
  /** Modules by folder: several roots call the same ones. */
  readonly modules: Map<string, Blocks>;
}

/** A root that says what its resources and outputs come to. */
class ValuedRoot {
  readonly state: string;
  readonly environment: string;
  private readonly file;
  private readonly own: Blocks;
  private readonly outputs = new Map<string, unknown>();

  constructor(
    private readonly root: SynthesizedRoot,
    private readonly others: Others,
  ) {
    this.file = readRootFile(root.folder);
    this.own = blocks.parse(JSON.parse(readFileSync(join(root.folder, "cdk.tf.json"), "utf8")));
    this.environment = environmentOf(root);
    this.state = `${root.backend?.bucket}/${root.backend?.key}`;
  }

  resources(): ValuedResource[] {
    return Object.keys(this.file.module).flatMap((tier) => {
      const content = this.module(tier);
      return Object.entries(content.resource).flatMap(([type, its]) =>
        Object.entries(its).map(([name, written]) => this.resource(tier, { type, name, written })),
      );
    });
  }

  /** A resource whose values are reckoned when somebody asks: of most, nobody does. */
  private resource(tier: string, one: { type: string; name: string; written: Values }): ValuedResource {
    const reckon = (written: Values): Values => values.parse(this.inModule(tier, withoutTexts(written)));
    const { count, for_each: each } = one.written;
    let valued: Values | undefined;
    return {
      address: `module.${tier}.${one.type}.${one.name}`,
      type: one.type,
      get values() {
        valued ??= reckon(one.written);
        return valued;
      },
      count: count === undefined && each === undefined ? 1 : countOf(reckon({ count, for_each: each })),
      root: this.root.id,
      environment: this.environment,
      region: regionOf(this.file),
      tier,
      recovery: placeInKey(this.root.backend?.key ?? "").tier.startsWith(recoveryOf("")),
    };
  }

  /** What another root reads of this one's state. */
  output(name: string): unknown {
    return this.once(name, () => this.inRoot(this.own.output[name]?.value));
  }

  private once(name: string, make: () => unknown): unknown {
    if (!this.outputs.has(name)) this.outputs.set(name, make());
    return this.outputs.get(name);
  }

  /** A value as the root writes it: what it is given, reads of other states, and has of its own modules. */
  private inRoot(value: unknown): unknown {
    return evaluated(value, ([first, second = "", third = "", , fifth = ""]) => {
      if (first === "var") return this.own.variable[second]?.default;
      if (first === "module") return this.moduleOutput(second, third);
      return first === "data" && second === "terraform_remote_state" ? this.remote(third, fifth) : undefined;
    });
  }

  private argument(tier: string, name: string): unknown {
    const given = this.file.module[tier]?.[name];
    return given === undefined ? this.module(tier).variable[name]?.default : this.inRoot(given);
  }

  private remote(state: string, output: string): unknown {
    const config = this.file.data.terraform_remote_state?.[state]?.config;
    return config && this.others.byState(config.bucket, config.key)?.output(output);
  }

  private moduleOutput(tier: string, name: string): unknown {
    return this.once(`${tier}.${name}`, () => this.inModule(tier, this.module(tier).output[name]?.value));
  }

  private inModule(tier: string, value: unknown): unknown {
    return evaluated(value, ([first = "", second = "", third = ""]) => {
      if (first === "var" && third === "") return this.argument(tier, second);
      if (first === "local" && second === "region") return regionOf(this.file);
      return undefined;
    });
  }

  private module(tier: string): Blocks {
    const folder = join(this.root.folder, String(this.file.module[tier]?.source));
    const found = this.others.modules.get(folder) ?? blocks.parse(moduleContent(folder));
    this.others.modules.set(folder, found);
    return found;
  }
}

/** Policies and texts for people, which are most of what is written, hold no value. */
const texts = ["policy", "assume_role_policy", "user_data", "dashboard_body", "alarm_description"];

const withoutTexts = (written: Values): Values =>
  Object.fromEntries(Object.entries(written).filter(([name]) => !texts.includes(name)));

function countOf({ count, for_each: each }: Values): number {
  if (typeof count === "number") return count;
  if (Array.isArray(each)) return each.length;
  return each !== null && typeof each === "object" ? Object.keys(each).length : 1;
}
