import { snake } from "../../modules/core/naming";
import type { Published } from "../../terraform/published";
import { example } from "./example";
import { code, document, fenced } from "./markdown";
import { needsOf } from "./needs";
import { promiseOf } from "./promise";
import { inputsTable, outputsTable, resourcesTable } from "./tables";

/** The README of a published module, made from the module itself. */
export function readme(module: Published): string {
  return document(
    `# ${module.region} / ${module.tier}`,
    inTerraformNames(promiseOf(module.tier), module),
    "## Use",
    fenced("hcl", example(module)),
    needsOf(module),
    "## Inputs",
    inputsTable(module),
    "## Outputs",
    outputsTable(module),
    "## Resources",
    resourcesTable(module),
  );
}

/** A text in which inputs have the names of a region file, with those of the module. */
const inTerraformNames = (text: string, { variables, outputs }: Published): string =>
  text.replace(/`([a-z]\w*)`/g, (whole, name) => {
    const named = snake(name);
    return named in variables || named in outputs ? code(named) : whole;
  });
