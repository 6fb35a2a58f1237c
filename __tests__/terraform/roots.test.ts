import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pLimit from "p-limit";
import { synthInto } from "../../tools/synth";
import { type Diagnostic, init, validate } from "./terraform";

// The roots of dev, those that only staging has, and prod's recovery root. The other environments' roots have the same form: regions/ wires them once.
const out = mkdtempSync(join(tmpdir(), "roots-"));
synthInto(out);
const all = readdirSync(join(out, "stacks"));
const onlyInStaging = (id: string): boolean =>
  id.startsWith("staging-") && !all.includes(id.replace(/^staging/, "dev"));
const roots = all.filter((id) => /^dev-|^prod-.*-recovery-of-/.test(id) || onlyInStaging(id));
const found = new Map<string, Diagnostic[]>();

beforeAll(async () => {
  const oneOf = pLimit(2);
  await Promise.all(
    roots.map((id) =>
      oneOf(async () => {
        const folder = join(out, "stacks", id);
        await init(folder);
        found.set(id, await validate(folder));
      }),
    ),
  );
}, 600_000);
afterAll(() => rmSync(out, { recursive: true, force: true }));

it("has a root of every tier, and of a recovery in each environment", () => {
  const tiers = readdirSync(join(__dirname, "../../modules")).filter((name) =>
    existsSync(join(__dirname, "../../modules", name, "tier.ts")),
  );
  for (const tier of tiers) expect(roots.filter((id) => id.endsWith(`-${tier}`))).not.toEqual([]);
  expect(roots.filter((id) => id.includes("-recovery-of-"))).toHaveLength(2);
});

it.each(roots)("%s is valid for Terraform, without a warning", (id) => {
  expect(found.get(id)).toEqual([]);
});
