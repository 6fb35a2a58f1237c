import type { Choice, Contract } from "./contract";
import { type Field, fields } from "./field";
import { snake } from "./naming";
import { ruleMessage, terraformCondition } from "./rule";

/** The variables of a tier's module with these of its alternatives, and all that Terraform checks of each. */
export const inputs = (contract: Contract, choices: readonly Choice[]): Field[] =>
  inputSchemas(contract, choices)
    .flatMap((schema) => fields(contract.name, schema))
    .map((field) => ({ ...field, validations: [...field.validations, ...rulesAbout(contract, field.name)] }));

/** The schemas whose fields become variables: what region files, the wiring and other tiers say late. */
export const inputSchemas = ({ needs, reads = [] }: Contract, choices: readonly Choice[]) => [
  ...choices.map(({ settings }) => settings),
  needs,
  ...reads.map(({ fields }) => fields),
];

const rulesAbout = ({ rules = [] }: Contract, variable: string): Field["validations"] =>
  rules
    .filter(({ require }) => snake(require.left) === variable)
    .map((rule) => ({
      condition: terraformCondition(rule, (name) => `var.${snake(name)}`),
      errorMessage: ruleMessage(rule, snake),
    }));
