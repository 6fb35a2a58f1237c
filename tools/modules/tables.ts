import { homeField } from "../../modules/core/home-field";
import { inputs } from "../../modules/core/inputs";
import { everyChoice } from "../../modules/core/variants";
import { contractOf } from "../../regions/wiring/tiers";
import type { Published } from "../../terraform/published";
import { code, table } from "./markdown";

/** The inputs of a module: the required ones first. */
export const inputsTable = ({ tier, variables }: Published): string => {
  const rules = rulesOf(tier);
  const rows = Object.entries(variables).map(([name, { type, description, validation = [], ...rest }]) => ({
    required: !("default" in rest),
    row: [
      code(name),
      code(type),
      "default" in rest ? code(JSON.stringify(rest.default)) : "required",
      description,
      validation.map(({ condition }) => rules.get(condition)).join(" "),
    ],
  }));
  return table(
    ["Input", "Type", "Default", "Description", "Rule"],
    [...rows.filter(({ required }) => required), ...rows.filter(({ required }) => !required)].map(({ row }) => row),
    "None.",
  );
};

/** The outputs of a module. */
export const outputsTable = ({ outputs }: Published): string =>
  table(
    ["Output", "Description"],
    Object.entries(outputs).map(([name, { description }]) => [code(name), description]),
    "None.",
  );

/** The resources of a module, by type. */
export const resourcesTable = ({ resources }: Published): string =>
  table(
    ["Type", "Names"],
    Object.entries(resources)
      .sort(([left], [right]) => left.localeCompare(right, "en"))
      .map(([type, names]) => [code(type), [...names].sort().map(code).join(", ")]),
    "None.",
  );

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What Terraform checks of the inputs of a tier's module, in words, by the condition that stands in the module. */
const rulesOf = (tier: string): ReadonlyMap<string, string> => {
  const contract = contractOf(tier);
  if (!contract) throw new Error(`${tier}: no contract has this name.`);
  return new Map(
    [...inputs(contract, everyChoice(contract)), homeField].flatMap(({ validations }) =>
      validations.map(({ condition, errorMessage, must }) => [
        condition,
        must ? `${capitalized(must)}.` : errorMessage,
      ]),
    ),
  );
};
