import { readFileSync } from "node:fs";
import { join } from "node:path";
import { madeCases } from "./cases";

interface Read {
  readonly resource_changes?: readonly { readonly address: string; readonly module_address?: string }[];
  readonly configuration: { readonly root_module: { readonly resources?: readonly object[] } };
}

/** A plan of as many changes as wanted: those of all cases, over and over, each time in a module of its own. */
export function largePlan(count: number): object {
  const read = madeCases.map(({ folder }): Read => JSON.parse(readFileSync(join(folder, "plan.json"), "utf8")));
  const changes = read.flatMap(({ resource_changes = [] }) => resource_changes.filter((one) => !one.module_address));
  const resources = read.flatMap(({ configuration }) => configuration.root_module.resources ?? []);
  const calls = Math.ceil(count / changes.length);
  const names = Array.from({ length: calls }, (_, call) => `part${call}`);
  return {
    format_version: "1.2",
    terraform_version: "1.11.4",
    planned_values: {},
    resource_changes: names
      .flatMap((name) => changes.map((one) => ({ ...one, address: `module.${name}.${one.address}` })))
      .slice(0, count),
    configuration: {
      root_module: { module_calls: Object.fromEntries(names.map((name) => [name, { module: { resources } }])) },
    },
  };
}
