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

it("has in each form what is named after account or region known while Terraform plans, where a call says its home", () => {
  const asked = /data\.aws_(caller_identity|region|partition)\./;
  const late = everyForm.filter(({ folder }) => {
    const { locals = {}, variable = {}, ...rest } = moduleContent(folder) as Record<string, Record<string, unknown>>;
    const said = Object.entries(locals).filter(
      ([name, is]) => is !== `\${var.home == null ? ${asks(is)} : var.home.${name}}`,
    );
    return asked.test(JSON.stringify([Object.fromEntries(said), rest])) || "home" in variable !== "account" in locals;
  });
  expect(late.map(({ folder }) => folder)).toEqual([]);
  expect(everyForm.some(({ folder }) => asked.test(JSON.stringify(moduleContent(folder))))).toBe(true);
});

/** What a local is where the call says nothing. */
const asks = (local: unknown): string => /\? (data\.\S+) :/.exec(String(local))?.[1] ?? "nothing";
