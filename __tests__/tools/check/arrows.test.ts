import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { execa } from "execa";
import { z } from "zod";

const here = resolve(__dirname, "../../..");
const folder = mkdtempSync(join(tmpdir(), "arrows-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const folders = ["modules", "regions", "terraform", "dr", "tools"];

const files: Record<string, string[]> = {
  "main.ts": ["./dr/stack", "./regions/wiring/wire-region"],
  "modules/core/contract.ts": [],
  "modules/core/root.ts": ["cdktf"],
  "modules/web/contract.ts": ["../core/contract"],
  "modules/web/tier.ts": ["./contract", "../blocks/fleet/fleet", "../api/contract", "../core/root"],
  "modules/api/contract.ts": ["../core/contract"],
  "modules/api/tier.ts": ["./contract", "./load-balancer"],
  "modules/api/load-balancer.ts": [],
  "modules/blocks/fleet/fleet.ts": ["../../core/root", "../../api/contract"],
  "regions/schema/schema.ts": ["../wiring/tiers"],
  "regions/rules/one.ts": ["../schema/schema"],
  "regions/wiring/tiers.ts": ["../../modules/web/contract"],
  "regions/wiring/wire-region.ts": ["../../modules/api/tier", "../../modules/web/contract", "../rules/one"],
  "regions/rules/forgotten.ts": ["../schema/schema"],
  "regions/data.ts": ["./schema/schema"],
  "terraform/root.ts": ["../regions/data", "../modules/core/root"],
  "dr/stack.ts": ["../regions/wiring/wire-region", "./targets"],
  "dr/targets.ts": ["../regions/data"],
  "dr/inventory/take.ts": [],
  "dr/parity/compare.ts": [],
  "dr/cli.ts": ["../tools/local-aws", "../terraform/root", "./targets", "../regions/data", "../modules/web/contract"],
  "tools/local-aws.ts": ["../terraform/root", "../regions/data", "../modules/core/root", "../dr/inventory/take"],
  "tools/t.ts": ["./s"], // the other half of a cycle
};

/** What must not be: the file, what it imports, and the rule against it. */
const wrong: [from: string, imports: string, rule: string][] = [
  ["modules/core/a.ts", "../web/contract", "core-knows-nobody"],
  ["modules/web/b.ts", "../../regions/data", "modules-stand-alone"],
  ["modules/web/c.ts", "../../tools/local-aws", "modules-stand-alone"],
  ["modules/blocks/fleet/d.ts", "../../../dr/targets", "modules-stand-alone"],
  ["modules/web/e.ts", "../api/tier", "tier-by-contract"],
  ["modules/web/f.ts", "../api/load-balancer", "tier-by-contract"],
  ["modules/blocks/fleet/g.ts", "../../api/tier", "block-below-tiers"],
  ["modules/web/u.ts", "../../terraform/root", "modules-stand-alone"],
  ["regions/wiring/h.ts", "../../modules/api/load-balancer", "regions-by-contract-and-tier"],
  ["regions/i.ts", "../dr/targets", "regions-above-modules-only"],
  ["regions/j.ts", "../tools/local-aws", "regions-above-modules-only"],
  ["regions/v.ts", "../terraform/root", "regions-above-modules-only"],
  ["regions/w.ts", "./wiring/tiers", "regions-hold-data"],
  ["terraform/y.ts", "../tools/local-aws", "terraform-is-the-floor"],
  ["terraform/z.ts", "../dr/targets", "terraform-is-the-floor"],
  ["terraform/process/a.ts", "../../modules/api/tier", "tools-read-what-was-written"],
  ["tools/review/a.ts", "../../dr/parity/compare", "tools-know-no-drill"],
  ["dr/recovered.ts", "../tools/local-aws", "recovery-knows-no-drill"],
  ["dr/target-schema.ts", "./cli", "recovery-knows-no-drill"],
  ["dr/steps/k.ts", "cdktf", "tools-read-what-was-written"],
  ["dr/steps/l.ts", "../../modules/api/tier", "tools-read-what-was-written"],
  ["tools/m.ts", "@cdktf/provider-aws/lib/vpc", "tools-read-what-was-written"],
  ["tools/n.ts", "constructs", "tools-read-what-was-written"],
  ["tools/o.ts", "../regions/wiring/wire-region", "tools-load-no-builder"],
  ["regions/q.ts", "./nowhere", "resolvable"],
  ["tools/index.ts", "./local-aws", "no-barrel-file"],
  ["tools/r.ts", "./index", "no-barrel"],
  ["tools/s.ts", "./t", "no-cycle"],
];

const write = (path: string, imports: readonly string[]): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  const lines = imports.map((source) => `import ${source.endsWith("/wire-region") ? "" : "type {} from "}"${source}";`);
  writeFileSync(join(folder, path), [...lines, "export {};\n"].join("\n"));
};

let violations: { from: string; rule: string }[];

beforeAll(async () => {
  for (const path of [".dependency-cruiser.cjs", "tsconfig.json", "package.json"])
    cpSync(join(here, path), join(folder, path));
  symlinkSync(join(here, "node_modules"), join(folder, "node_modules"));
  for (const [path, imports] of Object.entries(files)) write(path, imports);
  for (const [path, imports] of wrong) write(path, [imports]);
  const { stdout } = await execa(
    "depcruise",
    ["--config", ".dependency-cruiser.cjs", "--output-type", "json", "main.ts", ...folders],
    { cwd: folder, preferLocal: true, localDir: here, reject: false },
  );
  const report = z.object({
    summary: z.object({ violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })) }),
  });
  violations = report.parse(JSON.parse(stdout)).summary.violations.map(({ from, rule }) => ({ from, rule: rule.name }));
});

it("accepts the arrows that the design draws, and refuses every other, types too", () => {
  const arrows = violations.filter(({ rule }) => rule !== "every-file-is-used");
  expect([...new Set(arrows.map(({ from, rule }) => `${from} ${rule}`))].sort()).toEqual(
    wrong.map(([from, , rule]) => `${from} ${rule}`).sort(),
  );
});

it("refuses a file that no root and no command leads to", () => {
  const unused = violations.filter(({ rule }) => rule === "every-file-is-used").map(({ from }) => from);
  expect(unused).toEqual(
    expect.arrayContaining(["modules/web/tier.ts", "dr/steps/k.ts", "regions/rules/forgotten.ts"]),
  );
  const used = ["main.ts", "modules/core/contract.ts", "dr/targets.ts", "dr/cli.ts", "dr/inventory/take.ts"];
  expect(unused.filter((file) => used.includes(file))).toEqual([]);
});
