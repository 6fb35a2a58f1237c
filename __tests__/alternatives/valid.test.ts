import { join } from "node:path";
import { exampleSynthesized } from "../support/example";
import { type Findings, validateRoots } from "../terraform/validate-roots";
import { modulesOf, rootsOf, synthesizedAs } from "./synthesized";
import { type Alternative, alternatives, appliedIn, appliedRoots } from "./table";

/** What is validated together, as it was synthesized: what a root applies at once, or an alternative that none applies. */
const compositions: { name: string; parts: readonly Alternative[] }[] = [
  ...appliedRoots.map((name) => ({ name, parts: appliedIn(name) })),
  ...alternatives.filter(({ proof }) => typeof proof === "object").map((one) => ({ name: one.name, parts: [one] })),
];
let found: Findings;
const rootFolders = ({ name, parts }: (typeof compositions)[number]): string[] => {
  const { environment, out } = synthesizedAs(name);
  const ids = new Set(parts.flatMap((one) => rootsOf(environment, one)));
  return [...ids].map((id) => join(out, "stacks", id));
};

beforeAll(async () => {
  found = await validateRoots(compositions.flatMap(rootFolders));
});

it("compares with what the shop has, whatever the environment is called", () => {
  const dev = modulesOf({ out: exampleSynthesized(), environment: "dev" });
  const asItIs = modulesOf(synthesizedAs("as it is"));
  const others = [...dev].filter(([path, text]) => asItIs.get(path) !== text).map(([path]) => path);
  // The account of dev alone has roles of workflows, for which its module wants to know where it is, and a table for a drill's lease.
  expect(others).toEqual([
    "eu-north-1/state/main.tf.json",
    "global/account/main.tf.json",
    "global/account/variables.tf.json",
  ]);
  expect(asItIs.size).toBe(dev.size);
});

it("validates every alternative", () => {
  expect(new Set(compositions.flatMap(({ parts }) => parts))).toEqual(new Set(alternatives));
});

it.each(compositions)("is valid for Terraform, without a warning: $name", (composition) => {
  const { environment, out } = synthesizedAs(composition.name);
  const modules = join(out, "modules", environment);
  expect([modules, ...rootFolders(composition)].flatMap((folder) => found.in(folder))).toEqual([]);
});

it.each(alternatives)("is not what the shop has already: $name", ({ name }) => {
  expect(modulesOf(synthesizedAs(name))).not.toEqual(modulesOf(synthesizedAs("as it is")));
});
