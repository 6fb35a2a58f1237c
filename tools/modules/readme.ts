import { snake } from "../../modules/core/naming";
import { everywhere } from "../../regions/wiring/location";
import type { Published } from "../../terraform/published";
import { callsOf, example, globalAlias } from "./example";
import { code, document, fenced } from "./markdown";
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

/** What a root must have for a module, in words. */
export function needsOf(module: Published): string {
  const { region, requirements } = module;
  const others = callsOf(example(module)).map((tier) => code(`module.${tier}`));
  return [
    `Needs Terraform ${code(requirements.terraform)} and the provider hashicorp/aws ${code(requirements.aws)}.`,
    region === everywhere
      ? `The provider works in us-east-1, here as the alias ${code(`aws.${globalAlias}`)}.`
      : `The provider works in ${region}.`,
    "The module configures no provider and no backend: the root that calls it does.",
    ...(others.length > 0 ? [`The same root calls ${others.join(", ")}.`] : []),
  ].join(" ");
}

/** A text in which inputs have the names of a region file, with those of the module. */
const inTerraformNames = (text: string, { variables, outputs }: Published): string =>
  text.replace(/`([a-z]\w*)`/g, (whole, name) => {
    const named = snake(name);
    return named in variables || named in outputs ? code(named) : whole;
  });
