import { UserError } from "../../modules/core/user-error";
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
