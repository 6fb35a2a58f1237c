import { contracts } from "../../regions/wiring/tiers";
import { moduleContent } from "../../terraform/published";
import { readModules, type SynthesizedModule } from "../../terraform/synthesized";
import { exampleSynthesized } from "../support/example";
import { synthesizedAs } from "./synthesized";

const everyForm = [exampleSynthesized(), synthesizedAs("as it is").out].flatMap(readModules);
const tiers = [...new Set(everyForm.map(({ tier }) => tier))].sort();

/** Inputs of a module, and those that what it makes or promises depends on. */
function inputsOf({ folder }: SynthesizedModule): { declared: string[]; used: Set<string> } {
  const { variable = {}, ...rest } = moduleContent(folder) as { variable?: object };
  const used = [...JSON.stringify(rest).matchAll(/\bvar\.(\w+)/g)].map(([, name = ""]) => name);
  return { declared: Object.keys(variable), used: new Set(used) };
}

it("sees every tier, and their inputs", () => {
  expect(tiers).toEqual(contracts.map(({ name }) => name));
  expect(everyForm.flatMap((module) => inputsOf(module).declared).length).toBeGreaterThan(100);
});

it.each(tiers)("%s has no input that is without effect in all of its forms", (tier) => {
  const forms = everyForm.filter((module) => module.tier === tier).map(inputsOf);
  const declared = new Set(forms.flatMap((form) => form.declared));
  expect([...declared].filter((name) => !forms.some(({ used }) => used.has(name)))).toEqual([]);
});
