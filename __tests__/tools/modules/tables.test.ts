import { type Published, publishedModules } from "../../../terraform/published";
import { inputsTable } from "../../../tools/modules/tables";
import { environments } from "../../example/regions/environments";
import { exampleSynthesized } from "../../support/example";

type Input = { readonly path: string; readonly rule: string; readonly expected: string };

const inputsWithRules = (module: Published): Input[] => {
  const rows = inputsTable(module).split("\n");
  return Object.entries(module.variables).flatMap(([name, { validation = [], description }]) => {
    if (validation.length === 0) return [];
    const row = rows.find((line) => line.startsWith(`| \`${name}\` |`)) ?? `no row of ${name}`;
    const [, , , , , rule = ""] = row.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));
    const path = `${module.environment}/${module.region}/${module.tier} ${name}`;
    const expected = validation.map((check) => sentence(name, description, check)).join(" ");
    return [{ path, rule, expected }];
  });
};

/** What Terraform says when the check fails, but for the input's own name and description; the pattern is code. */
function sentence(name: string, description: string, { condition, error_message }: Check): string {
  const literal = /can\(regex\(("(?:[^"\\]|\\.)*")/.exec(condition)?.[1];
  const pattern: string = literal === undefined ? "" : JSON.parse(literal);
  return error_message
    .replace(`${name} must `, "Must ")
    .replace(`${name}: each `, "Each ")
    .replace(` match ${pattern}. ${description}`, () => ` match \`${pattern}\`.`);
}
type Check = NonNullable<Published["variables"][string]["validation"]>[number];

it("says of each input of each module what Terraform checks, with the pattern alone as code", () => {
  const inputs = environments
    .flatMap(({ name }) => publishedModules(exampleSynthesized(), name))
    .flatMap(inputsWithRules);
  expect(inputs.length).toBeGreaterThan(100);
  expect(inputs.filter(({ rule, expected }) => rule !== expected)).toEqual([]);
});
