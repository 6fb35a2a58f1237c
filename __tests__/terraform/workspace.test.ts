import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { childEnvironment } from "../../terraform/process/environments";
import { toolchain } from "../../terraform/toolchain";
import { synthesized } from "../support/synthesized";

const stacks = join(synthesized(), "stacks");
const outputs = readdirSync(stacks).map(
  (root) => JSON.parse(readFileSync(join(stacks, root, "cdk.tf.json"), "utf8")).output,
);
const folder = mkdtempSync(join(tmpdir(), "workspace-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What Terraform says of a root with one output of every root, and nothing else. */
const plan = async (workspace: string) => {
  const [first] = outputs;
  writeFileSync(
    join(folder, "main.tf.json"),
    JSON.stringify({ output: { default_workspace: first.default_workspace } }),
  );
  return execa(toolchain().terraform, ["plan", "-no-color", "-input=false", "-detailed-exitcode"], {
    cwd: folder,
    env: childEnvironment({ TF_WORKSPACE: workspace, CHECKPOINT_DISABLE: "1" }),
    extendEnv: false,
    reject: false,
    all: true,
  });
};

it("has the same condition in every root", () => {
  expect(outputs.length).toBeGreaterThan(1);
  expect([...new Set(outputs.map(({ default_workspace: one }) => JSON.stringify(one)))]).toHaveLength(1);
});

it("refuses a plan of any root in a workspace, in which everything would be made a second time", async () => {
  const { exitCode, all } = await plan("qa");
  expect({ exitCode, all }).toEqual({ exitCode: 1, all: expect.stringContaining('terraform.workspace is "qa"') });
});

it("changes nothing in the default one", async () => {
  expect(await plan("default")).toMatchObject({ exitCode: 0, all: expect.stringContaining("No changes.") });
});
