import { referencesIn, withoutKeys } from "./decided";
import type { ConfiguredModule, PlanJson } from "./schema";

/** What a reference leads to. */
export interface Referred {
  /** Address of the configured resource or data source, without keys. */
  readonly address: string;
  /** What of it, such as `arn`; undefined where it is referred to as a whole. */
  readonly attribute?: string;
}

/**
 * Follows what the configuration of a resource refers to, through variables of modules and their outputs.
 *
 * What a reference leads to that is no resource, such as a local value or a key of for_each, is left out: the plan does not
 * say what those are made of.
 */
export type Refer = (from: string, references: readonly string[]) => Referred[];

/** The references of a plan's configuration. */
export function referencesOf({ configuration }: PlanJson): Refer {
  const root: Place = { module: configuration.root_module, prefix: "" };
  return (from, references) => {
    const places = placesTo(withoutKeys(from), root);
    return mostExact(references).flatMap((reference) => follow(withoutKeys(reference), places));
  };
}

/** A module, and the address that what is in it begins with. */
interface Place {
  readonly module: ConfiguredModule;
  readonly prefix: string;
}

/** The modules that lead to a resource: the root first, and the one that it is in last. */
function placesTo(address: string, root: Place): Place[] {
  const names = [...address.matchAll(/(?:^|\.)module\.([^.]+)/g)].map(([, name = ""]) => name);
  const places = [root];
  for (const name of names) {
    const { module, prefix } = places.at(-1) ?? root;
    const called = module.module_calls[name];
    if (called) places.push({ module: called.module, prefix: `${prefix}module.${name}.` });
  }
  return places;
}

function follow(reference: string, places: readonly Place[]): Referred[] {
  const here = places.at(-1);
  const [first = "", second = "", third, ...rest] = reference.split(".");
  if (!here || ["local", "each", "count", "path", "self", "terraform"].includes(first)) return [];
  if (first === "var") return intoCall(second, places);
  if (first === "module") return third === undefined ? [] : outOfModule(second, third, places);
  const [type, name, attribute] = first === "data" ? [`data.${second}`, third, rest[0]] : [first, second, third];
  return [{ address: `${here.prefix}${type}.${name}`, ...(attribute !== undefined && { attribute }) }];
}

function intoCall(variable: string, places: readonly Place[]): Referred[] {
  const outside = places.slice(0, -1);
  const name = places.at(-1)?.prefix.split(".").at(-2) ?? "";
  const expression = outside.at(-1)?.module.module_calls[name]?.expressions[variable];
  return mostExact(referencesIn(expression)).flatMap((one) => follow(withoutKeys(one), outside));
}

function outOfModule(name: string, output: string, places: readonly Place[]): Referred[] {
  const { module, prefix } = places.at(-1) ?? { module: undefined, prefix: "" };
  const called = module?.module_calls[name]?.module;
  if (!called) return [];
  const inside = [...places, { module: called, prefix: `${prefix}module.${name}.` }];
  return mostExact(referencesIn(called.outputs[output]?.expression)).flatMap((one) => follow(withoutKeys(one), inside));
}

/** Terraform lists `aws_vpc.main` beside `aws_vpc.main.id`. */
export const mostExact = (references: readonly string[]): string[] =>
  references.filter((one) => !references.some((other) => other.startsWith(`${one}.`) || other.startsWith(`${one}[`)));
