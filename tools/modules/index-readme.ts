import type { Published } from "../../terraform/published";
import { code, document, table } from "./markdown";

/** First line of what `./shop modules` wrote; a later run replaces a folder only when it has it. */
export const mark = "<!-- written by ./shop modules: edits are lost -->";

/** The list of the published modules. */
export const index = (environment: string, modules: readonly Published[]): string =>
  document(
    mark,
    `# Terraform modules of ${environment}`,
    "Each folder is a plain Terraform module: no provider, no backend, nothing outside of the folder.",
    table(
      ["Module", "Resources", "Inputs", "Outputs"],
      modules.map(({ region, tier, resources, variables, outputs }) => [
        `[${code(`${region}/${tier}`)}](${region}/${tier}/README.md)`,
        String(Object.values(resources).flat().length),
        String(Object.keys(variables).length),
        String(Object.keys(outputs).length),
      ]),
      "None.",
    ),
  );
