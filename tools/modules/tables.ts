import type { Published } from "../../terraform/published";
import { code, table } from "./markdown";

/** The inputs of a module: the required ones first. */
export const inputsTable = ({ variables }: Published): string => {
  const rows = Object.entries(variables).map(([name, { type, description, validation = [], ...rest }]) => ({
    required: !("default" in rest),
    row: [
      code(name),
      code(type),
      "default" in rest ? code(JSON.stringify(rest.default)) : "required",
      description,
      validation.map(({ error_message }) => rule(name, error_message)).join(" "),
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

/** The input's own name says nothing in its own row; a pattern is code. */
const rule = (name: string, message: string): string => {
  const own = message.startsWith(`${name} `) ? `M${message.slice(name.length + 2)}` : message;
  return own.replace(/ match (.+)\.$/, (_, pattern) => ` match ${code(pattern)}.`);
};
