import { contractOf } from "../../regions/wiring/tiers";
import { wavesOf } from "../../terraform/order";
import type { Published } from "../../terraform/published";
import { boundary } from "./example";
import { code, document, table } from "./markdown";
import { appliedBefore } from "./needs";

/** First line of what `./shop modules` wrote; a later run replaces a folder only when it has it. */
export const mark = "<!-- written by ./shop modules: edits are lost -->";

/** The list of the published modules, in an order in which they can be called. */
export const index = (environment: string, modules: readonly Published[]): string =>
  document(
    mark,
    `# Terraform modules of ${environment}`,
    "Each folder is a Terraform module in JSON syntax, with a README: no provider, no backend, and no reference to another folder. Copy the ones that you need.",
    `Which resources a module contains was decided by the settings of ${environment} in that region, such as the number of zones. What can still be set is an input.`,
    `Roles have the permissions boundary that the input ${code(boundary)} names, and none without it. The module ${code("global/account")} creates one; an IAM policy of your own does as well. It must exist before a module with roles is applied.`,
    "The table is in an order in which the modules can be applied.",
    table(
      ["Module", "What it is for", "After", "Resources", "Inputs", "Outputs"],
      inOrder(modules).map((module) => [
        `[${code(`${module.region}/${module.tier}`)}](${module.region}/${module.tier}/README.md)`,
        contractOf(module.tier)?.summary ?? "",
        appliedBefore(module).map(code).join(", "),
        String(Object.values(module.resources).flat().length),
        String(Object.keys(module.variables).length),
        String(Object.keys(module.outputs).length),
      ]),
      "None.",
    ),
  );

/** Each after all that is applied before it; among equals, by region and tier as they are given. */
function inOrder(modules: readonly Published[]): Published[] {
  const waves = wavesOf(
    [...new Set(modules.map(({ tier }) => tier))].map((id) => ({
      id,
      dependencies: modules.filter(({ tier }) => tier === id).flatMap(appliedBefore),
    })),
  );
  return [...modules].sort((one, other) => (waves.get(one.tier) ?? 0) - (waves.get(other.tier) ?? 0));
}
