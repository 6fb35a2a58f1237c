import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UserError } from "../../modules/core/user-error";
import { outputOf, removePlans } from "../../tools/cdktf/plans";
import { refuseWithoutTerminal } from "../../tools/cdktf/terminal";
import { refuseWorkspace } from "../../tools/cdktf/workspace";

it("fails with a way out on a Node.js that cdktf's terminal module does not load on", () => {
  expect(() => refuseWithoutTerminal("not-there")).toThrow(
    new UserError(
      `cdktf's command line does not start on Node.js ${process.versions.node} (${process.platform} ${process.arch}): ` +
        "its terminal module, not-there, has no binary for it. Use Node.js 22 or 20 for it, " +
        "or do without it: `./shop synth`, then Terraform itself in cdktf.out/stacks/<root>.",
    ),
  );
});

it("refuses a workspace, in which everything would be made a second time", () => {
  expect(() => refuseWorkspace({ TF_WORKSPACE: "qa" })).toThrow(
    new UserError(
      'TF_WORKSPACE is "qa", and every root has one state, that of the workspace "default". Unset TF_WORKSPACE.',
    ),
  );
  for (const fine of [{}, { TF_WORKSPACE: "" }, { TF_WORKSPACE: "default" }])
    expect(() => refuseWorkspace(fine)).not.toThrow();
});

it("removes the saved plans, which have secrets in clear, and nothing else, from wherever cdktf has written", () => {
  const project = mkdtempSync(join(tmpdir(), "plans-"));
  try {
    const root = join(project, "cdktf.out/stacks/dev-web");
    mkdirSync(root, { recursive: true });
    for (const name of ["plan", "cdk.tf.json", "errored.tfstate"]) writeFileSync(join(root, name), "");
    removePlans(outputOf(["diff", "dev-web"], project));
    expect(["plan", "cdk.tf.json", "errored.tfstate"].map((name) => existsSync(join(root, name)))).toEqual([
      false,
      true,
      true,
    ]);
  } finally {
    rmSync(project, { recursive: true });
  }
  for (const args of [
    ["diff", "--output", "/out"],
    ["diff", "-o", "/out"],
    ["--output=/out", "diff"],
  ])
    expect(outputOf(args, "/project")).toBe("/out");
});
