import { readdirSync } from "node:fs";
import { join } from "node:path";
import { targets } from "../../dr/targets";
import { environments } from "../../regions/environments";
import { drilled } from "../../regions/schema/environment";
import { synthesized } from "../support/synthesized";
import { type Findings, validateRoots } from "./validate-roots";

// Each root once: regions/ wires every environment alike, so those of dev stand for the others. But recoveries, of two.
const out = synthesized();
const all = readdirSync(join(out, "stacks"));
const names = [drilled, ...environments.map(({ name }) => name).filter((name) => name !== drilled)];
const of = (name: string) => all.filter((id) => id.startsWith(`${name}-`)).map((id) => id.slice(name.length + 1));
const seen = new Set<string>();
const roots = names.flatMap((name, index) =>
  of(name).flatMap((root) => {
    if (seen.has(root) && !(index === 1 && root.includes("recovery-of-"))) return [];
    seen.add(root);
    return `${name}-${root}`;
  }),
);
let found: Findings;

beforeAll(async () => {
  found = await validateRoots(roots.map((id) => join(out, "stacks", id)));
});

it("is about each root that some environment has, and each recovery", () => {
  expect([...seen].sort()).toEqual([...new Set(names.flatMap(of))].sort());
  for (const { lost, region } of targets) expect([...seen]).toContain(`${region}-recovery-of-${lost}`);
});

it.each(roots)("%s is valid for Terraform, without a warning", (id) => {
  expect(found.in(join(out, "stacks", id))).toEqual([]);
});

it("calls modules that are valid, without a warning", () => {
  expect(found.in(join(out, "modules"))).toEqual([]);
});
