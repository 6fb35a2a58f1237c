import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { fields } from "../../modules/core/field";
import { contractOf } from "../../regions/wiring/tiers";
import type { RootFile } from "../../terraform/root-file";

/**
 * Writes roots of one region as one root, beside them, so that Terraform and its provider start once for all of them.
 *
 * The addresses stay, because a tier's module is called by its own name in each. Instead of the states of other roots it
 * reads a file with a stand-in for each output.
 */
export function merge(roots: readonly RootFile[], folder: string): void {
  const [first] = roots;
  if (!first) throw new Error("There is no root to merge.");
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(__dirname, "../../.terraform.lock.hcl"), join(folder, ".terraform.lock.hcl"));
  const states = roots.flatMap(({ data }) => Object.keys(data?.terraform_remote_state ?? {}));
  const data = { terraform_remote_state: Object.fromEntries(states.map((tier) => [tier, standIn(tier, folder)])) };
  const { required_providers } = first.terraform;
  const all = (section: "module" | "variable") => Object.assign({}, ...roots.map((one) => one[section]));
  writeFileSync(
    join(folder, "main.tf.json"),
    JSON.stringify({
      terraform: { required_providers },
      provider: first.provider,
      ...(states.length > 0 ? { data } : {}),
      module: all("module"),
      variable: all("variable"),
    }),
  );
}

function standIn(tier: string, folder: string): unknown {
  const path = join(folder, `${tier}.tfstate`);
  const outputs = fields(tier, contractOf(tier)?.outputs ?? z.object({})).map(({ name, type }) => [
    name,
    of(name, type),
  ]);
  const state = { version: 4, serial: 1, lineage: tier, outputs: Object.fromEntries(outputs), resources: [] };
  writeFileSync(path, JSON.stringify(state));
  return { backend: "local", config: { path } };
}

/** Outputs that readers check to be ARNs of service-linked roles. */
const serviceLinked: Readonly<Record<string, string>> = {
  autoscaling_service_role_arn: "aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling",
  config_service_role_arn: "aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig",
};

function of(name: string, type: string): { readonly type: unknown; readonly value: unknown } {
  const one = /_arns?$/.test(name) ? `arn:aws:iam::111122223333:role/${serviceLinked[name] ?? name}` : name;
  if (type === "list(string)") return { type: ["list", "string"], value: [one, one] };
  if (type === "map(string)") return { type: ["map", "string"], value: { a: one } };
  return type === "string" ? { type, value: one } : { type, value: type === "bool" ? true : 1 };
}

/** The names of the secrets that stand-ins name, which must be there to be read. */
export const standInSecrets = (roots: readonly RootFile[]): string[] =>
  roots
    .flatMap(({ data }) => Object.keys(data?.terraform_remote_state ?? {}))
    .flatMap((tier) => fields(tier, contractOf(tier)?.outputs ?? z.object({})))
    .map(({ name }) => name)
    .filter((name) => /_secret_names?$/.test(name));
