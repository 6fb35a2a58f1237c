import { everywhere } from "../../regions/wiring/location";
import type { Published } from "../../terraform/published";
import { block, value } from "./hcl";

/** The input with the permissions boundary of a module's roles: not required, and in every example all the same. */
export const boundary = "boundary_arn";

/**
 * HCL that calls a module with every input that it requires, and the boundary of its roles, as its live root does.
 *
 * What the live root reads from a remote state comes from the module that promises it: `module.network.vpc_id`.
 */
export function example({ tier, region, variables, call }: Published): string {
  const required = Object.entries(variables).flatMap(([name, variable]): [string, string][] =>
    "default" in variable && name !== boundary ? [] : [[name, argument(call[name])]],
  );
  return block(`module "${tier}"`, [
    ["source", value(`./modules/${region}/${tier}`)],
    ...(region === everywhere ? [["providers", `{ aws = aws.${globalAlias} }`] as const] : []),
    ...(required.length > 0 ? [undefined, ...required] : []),
  ]);
}

/** Alias of the provider that global tiers get. */
export const globalAlias = "us_east_1";

/** The modules that an example refers to. */
export const callsOf = (hcl: string): string[] =>
  [...new Set([...hcl.matchAll(/\bmodule\.(\w+)\./g)].map(([, tier = ""]) => tier))].sort();

/** A text of the module as HCL of a root, with what its example gives for each variable. */
export const inExample = (text: string, call: Published["call"]): string => {
  const [, only] = /^\$\{var\.(\w+)\}$/.exec(text) ?? [];
  if (only !== undefined) return argument(call[only]);
  const inner = text.replace(/\$\{var\.(\w+)\}/g, (_, name) => {
    const given = argument(call[name]);
    return given.startsWith('"') ? given.slice(1, -1) : `\${${given}}`;
  });
  return `"${inner}"`;
};

const argument = (given: unknown): string => {
  const expression = /^\$\{(.*)\}$/.exec(typeof given === "string" ? given : "")?.[1];
  if (expression?.includes("${") ?? true) return value(given);
  return (expression ?? "").replace(/\bdata\.terraform_remote_state\.(\w+)\.outputs\.(\w+)/g, "module.$1.$2");
};
