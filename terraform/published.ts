import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { stackId } from "../regions/wiring/location";
import { readRootFile } from "./root-file";
import { readModules, rootFolder, type SynthesizedModule } from "./synthesized";

/** The four files of every module; its README is written from them. */
export const moduleFiles = ["versions", "variables", "main", "outputs"].map((name) => `${name}.tf.json`);

/** The same, with the archives that its resources are made from. */
export const filesOf = (folder: string): string[] => [
  ...moduleFiles,
  ...readdirSync(folder).filter((name) => name.endsWith(".zip")),
];

/** What is read of the four files, as one. */
const schema = z.object({
  terraform: z.object({
    required_version: z.string(),
    required_providers: z.object({ aws: z.object({ version: z.string() }) }),
  }),
  variable: z
    .record(
      z.string(),
      z.object({
        type: z.string(),
        description: z.string(),
        /** Absent when the caller must give a value. */
        default: z.unknown().optional(),
        validation: z.array(z.object({ condition: z.string(), error_message: z.string() })).optional(),
      }),
    )
    .default({}),
  output: z.record(z.string(), z.object({ description: z.string() })).default({}),
  resource: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
});
type ModuleFile = z.infer<typeof schema>;

/** A module as it was synthesized, and the arguments that its live root calls it with. */
export interface Published extends SynthesizedModule {
  readonly variables: ModuleFile["variable"];
  readonly outputs: ModuleFile["output"];
  /** Names of the resources by their type, as in the addresses. */
  readonly resources: Readonly<Record<string, readonly string[]>>;
  readonly requirements: { readonly terraform: string; readonly aws: string };
  /** Literals, and references such as `${data.terraform_remote_state.network.outputs.vpc_id}`. */
  readonly call: Readonly<Record<string, unknown>>;
}

/** The four files of a module as the one that they could be. */
export const moduleContent = (folder: string): object =>
  Object.assign({}, ...moduleFiles.map((file) => JSON.parse(readFileSync(join(folder, file), "utf8"))));

/** Reads every module of an environment below a synthesized folder, by region and tier. */
export const publishedModules = (out: string, environment: string): Published[] =>
  readModules(out)
    .filter((module) => module.environment === environment)
    .map((module) => {
      const { terraform, variable, output, resource } = schema.parse(moduleContent(module.folder));
      const { region, tier } = module;
      return {
        ...module,
        variables: variable,
        outputs: output,
        resources: Object.fromEntries(Object.entries(resource).map(([type, named]) => [type, Object.keys(named)])),
        requirements: { terraform: terraform.required_version, aws: terraform.required_providers.aws.version },
        call: readCall(rootFolder(out, stackId(environment, region, tier)), tier),
      };
    });

/** What a live root gives its module, with the root's own variables replaced by their defaults. */
function readCall(root: string, tier: string): Published["call"] {
  const { module, variable } = readRootFile(root);
  const given = Object.entries(module[tier] ?? {}).filter(([name]) => name !== "source" && name !== "//");
  return Object.fromEntries(
    given.map(([name, value]) => {
      const own = /^\$\{var\.(\w+)\}$/.exec(String(value))?.[1];
      return [name, own === undefined ? value : variable[own]?.default];
    }),
  );
}
