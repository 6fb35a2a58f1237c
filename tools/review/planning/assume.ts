import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PlannedOutput } from "../../../terraform/plan/outputs";
import { outputsOf } from "../../../terraform/readings";

/** What a root is to take for the outputs of a state that does not have them yet. */
export interface Assumption {
  /** The remote state: `data.terraform_remote_state.network`. */
  readonly name: string;
  /** The root that it is of. */
  readonly root: string;
  /** Names of the outputs that are read. */
  readonly reads: readonly string[];
  /** The outputs as they are planned; what is read beside them is not known. */
  readonly outputs: readonly PlannedOutput[];
  /** Whether there is a state, whose outputs change. */
  readonly isThere: boolean;
}

/**
 * Makes a root take planned outputs of others for stored ones, and all that nobody knows yet for what it is: not known.
 *
 * No text stands for what is not known: a text would have to pass whatever the provider asks of an id, an ARN or an address
 * block, and data sources would look it up in AWS. Instead it comes from a resource that only Terraform itself knows, and
 * that is never made. Whoever looks at a reference sees by its name what is missed.
 */
export function assume(folder: string, assumptions: readonly Assumption[]): void {
  if (assumptions.length === 0) return;
  const file = join(folder, "cdk.tf.json");
  let text = readFileSync(file, "utf8");
  const awaited = new Set<string>();
  const states: Record<string, object> = {};
  for (const { name, root, outputs } of assumptions) {
    const known = outputs.filter((output) => output.known && output.fate !== "destroy");
    const names = new Set(known.map((output) => output.name));
    text = text.replace(outputsOf(name), (reference, output: string) => {
      if (names.has(output)) return reference;
      const awaits = `${awaitedPrefix}${root.replace(/[^\w-]/g, "-")}-${output}`;
      awaited.add(awaits);
      return `jsondecode(terraform_data.${awaits}.id)`;
    });
    const path = `${name}.planned.tfstate`;
    writeFileSync(join(folder, path), stateOf(known), { mode: 0o600 });
    states[name] = { backend: "local", config: { path } };
  }
  writeFileSync(file, text);
  write(folder, "planned_override.tf.json", { data: { terraform_remote_state: states } });
  if (awaited.size > 0)
    write(folder, "not_known_yet.tf.json", {
      resource: { terraform_data: Object.fromEntries([...awaited].map((name) => [name, {}])) },
    });
}

const awaitedPrefix = "not-known-yet-";

/** Whether an address is of what stands for an output that is not known yet, and so of nothing that is ever made. */
export const isAwaited = (address: string): boolean => address.startsWith(`terraform_data.${awaitedPrefix}`);

const stateOf = (outputs: readonly PlannedOutput[]): string =>
  JSON.stringify({
    version: 4,
    serial: 1,
    lineage: "planned",
    outputs: Object.fromEntries(outputs.map(({ name, value, type, sensitive }) => [name, { value, type, sensitive }])),
    resources: [],
  });

const write = (folder: string, name: string, content: object): void =>
  writeFileSync(join(folder, name), JSON.stringify(content), { mode: 0o600 });
