import { resolve } from "node:path";
import { execa } from "execa";

const root = resolve(__dirname, "../../..");

/** What the linter says of a file of modules/ with this one line. */
const lint = (line: string) =>
  execa("biome", ["lint", "--stdin-file-path=modules/some/tier.ts"], {
    cwd: root,
    preferLocal: true,
    localDir: root,
    input: `${line}\n`,
    reject: false,
    all: true,
  });

it.each([
  'export { Vpc } from "@cdktf/provider-aws";',
  'import { vpc } from "@cdktf/provider-aws/lib";\nvpc();',
  'import * as aws from "@cdktf/provider-aws";\naws();',
  'export * from "./contract";',
])("refuses %j", async (line) => {
  expect(await lint(line)).toMatchObject({
    exitCode: 1,
    all: expect.stringMatching(/noRestrictedImports|noBarrelFile/),
  });
});

it("takes a deep import", async () => {
  expect(await lint('import { Vpc } from "@cdktf/provider-aws/lib/vpc";\nnew Vpc();')).toMatchObject({ exitCode: 0 });
});
