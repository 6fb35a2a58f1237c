import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { execa } from "execa";

const root = resolve(__dirname, "../../..");
const folder = mkdtempSync(join(tmpdir(), "lint-"));
cpSync(join(root, "biome.json"), join(folder, "biome.json"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lints a file with these lines by the project's rules. */
const lint = (lines: string) => {
  writeFileSync(join(folder, "tier.ts"), `${lines}\n`);
  const options = { cwd: folder, preferLocal: true, localDir: root, reject: false, all: true } as const;
  return execa("biome", ["lint", "--vcs-enabled=false", "--error-on-warnings", "tier.ts"], options);
};

it.each([
  ['export { Vpc } from "@cdktf/provider-aws";', "noRestrictedImports"],
  ['import { vpc } from "@cdktf/provider-aws/lib";\nvpc();', "noRestrictedImports"],
  ['import * as aws from "@cdktf/provider-aws";\naws();', "noRestrictedImports"],
  ['export * from "./contract";', "noReExportAll"],
  ['export { contract } from "./contract";', "noBarrelFile"],
])("refuses %j", async (lines, rule) => {
  expect(await lint(lines)).toMatchObject({ exitCode: 1, all: expect.stringContaining(rule) });
});

it("takes a deep import", async () => {
  expect(await lint('import { Vpc } from "@cdktf/provider-aws/lib/vpc";\nnew Vpc();')).toMatchObject({ exitCode: 0 });
});
