import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { synthesized } from "../support/synthesized";
import { type Findings, validateRoots } from "./validate-roots";

// The roots of dev, those that only staging has, and prod's recovery root. The other environments' roots have the same form: regions/ wires them once.
const out = synthesized();
const all = readdirSync(join(out, "stacks"));
const onlyInStaging = (id: string): boolean =>
  id.startsWith("staging-") && !all.includes(id.replace(/^staging/, "dev"));
const roots = all.filter((id) => /^dev-|^prod-.*-recovery-of-/.test(id) || onlyInStaging(id));
let found: Findings;

beforeAll(async () => {
  found = await validateRoots(roots.map((id) => join(out, "stacks", id)));
});

it("has a root of every tier, and of a recovery in each environment", () => {
  const tiers = readdirSync(join(__dirname, "../../modules")).filter((name) =>
    existsSync(join(__dirname, "../../modules", name, "tier.ts")),
  );
  for (const tier of tiers) expect(roots.filter((id) => id.endsWith(`-${tier}`))).not.toEqual([]);
  expect(roots.filter((id) => id.includes("-recovery-of-"))).toHaveLength(2);
});

it.each(roots)("%s is valid for Terraform, without a warning", (id) => {
  expect(found.in(join(out, "stacks", id))).toEqual([]);
});

it("calls modules that are valid, without a warning", () => {
  expect(found.in(join(out, "modules"))).toEqual([]);
});
