import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { stackId } from "../regions/wiring/location";

/** A variable as a module's `variables.tf.json` declares it. */
export interface Variable {
  readonly type: string;
  readonly description: string;
  /** Absent when the caller must give a value. */
  readonly default?: unknown;
  readonly validation?: readonly { readonly error_message: string }[];
}

/** A module as it was synthesized, and the arguments that its live root calls it with. */
export interface Published {
  readonly environment: string;
  readonly region: string;
  readonly tier: string;
  readonly folder: string;
  readonly variables: Readonly<Record<string, Variable>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  /** Names of the resources by their type, as in the addresses. */
  readonly resources: Readonly<Record<string, readonly string[]>>;
  readonly requirements: { readonly terraform: string; readonly aws: string };
  /** Literals, and references such as `${data.terraform_remote_state.network.outputs.vpc_id}`. */
  readonly call: Readonly<Record<string, unknown>>;
}

/** The four files of every module; its README is written from them. */
export const moduleFiles = ["main", "variables", "outputs", "versions"].map((name) => `${name}.tf.json`);

/** Reads every module of an environment below a synthesized folder, by region and tier. */
export function readModules(synthesized: string, environment: string): Published[] {
  const top = join(synthesized, "modules", environment);
  return folders(top).flatMap((region) =>
    folders(join(top, region)).map((tier) => readModule(synthesized, environment, region, tier)),
  );
}

function readModule(synthesized: string, environment: string, region: string, tier: string): Published {
  const folder = join(synthesized, "modules", environment, region, tier);
  const { variable = {} } = json<{ variable?: Published["variables"] }>(join(folder, "variables.tf.json"));
  const { output = {} } = json<{ output?: Published["outputs"] }>(join(folder, "outputs.tf.json"));
  const { resource = {} } = json<{ resource?: Record<string, object> }>(join(folder, "main.tf.json"));
  const { terraform } = json<Versions>(join(folder, "versions.tf.json"));
  return {
    environment,
    region,
    tier,
    folder,
    variables: variable,
    outputs: output,
    resources: Object.fromEntries(Object.entries(resource).map(([type, named]) => [type, Object.keys(named)])),
    requirements: { terraform: terraform.required_version, aws: terraform.required_providers.aws.version },
    call: readCall(join(synthesized, "stacks", stackId(environment, region, tier), "cdk.tf.json"), tier),
  };
}

/** What a live root gives its module, with the root's own variables replaced by their defaults. */
function readCall(file: string, tier: string): Readonly<Record<string, unknown>> {
  const root = json<Root>(file);
  const given = Object.entries(root.module[tier] ?? {}).filter(([name]) => name !== "source" && name !== "//");
  return Object.fromEntries(
    given.map(([name, value]) => {
      const variable = /^\$\{var\.(\w+)\}$/.exec(String(value))?.[1];
      return [name, variable === undefined ? value : root.variable?.[variable]?.default];
    }),
  );
}

interface Versions {
  readonly terraform: {
    readonly required_version: string;
    readonly required_providers: { readonly aws: { readonly version: string } };
  };
}

interface Root {
  readonly module: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly variable?: Readonly<Record<string, { readonly default?: unknown }>>;
}

function json<T>(file: string): T {
  return JSON.parse(readFileSync(file, "utf8"));
}

const folders = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
