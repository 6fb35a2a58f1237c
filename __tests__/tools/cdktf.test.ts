import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UserError } from "../../modules/core/user-error";
import { readArguments } from "../../tools/cdktf/arguments";
import { cdktf } from "../../tools/cdktf/cli";
import { cdktfEnvironment } from "../../tools/cdktf/environment";
import { removePlans } from "../../tools/cdktf/plans";
import { refuseUnasked, refuseWithoutTerminal } from "../../tools/cdktf/terminal";
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

it("starts no cdktf in such a workspace", async () => {
  const { TF_WORKSPACE: own } = process.env;
  const said = jest.spyOn(process.stderr, "write").mockReturnValue(true);
  const exit = jest.spyOn(process, "exit").mockImplementation((code) => {
    throw new Error(`ended with ${code}`);
  });
  process.env.TF_WORKSPACE = "qa";
  try {
    await expect(cdktf.run(["diff", "dev-web"])).rejects.toThrow("ended with 2");
    expect(said).toHaveBeenCalledWith(expect.stringContaining('TF_WORKSPACE is "qa"'));
  } finally {
    for (const spy of [said, exit]) spy.mockRestore();
    if (own === undefined) delete process.env.TF_WORKSPACE;
    else process.env.TF_WORKSPACE = own;
  }
});

it("removes the saved plans, which have secrets in clear, and nothing else, from wherever cdktf has written", () => {
  const project = mkdtempSync(join(tmpdir(), "plans-"));
  try {
    const root = join(project, "cdktf.out/stacks/dev-web");
    mkdirSync(root, { recursive: true });
    for (const name of ["plan", "cdk.tf.json", "errored.tfstate"]) writeFileSync(join(root, name), "");
    removePlans(readArguments(["diff", "dev-web"], project, {}).output);
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
    expect(readArguments(args, "/project", {}).output).toBe("/out");
  expect(readArguments(["diff"], "/project", { CDKTF_OUTPUT: "out" }).output).toBe("/project/out");
});

const nobody = { isTTY: false };
const asking = (args: string[], environment = {}) => readArguments(args, "/project", environment);

it.each([
  [["deploy", "dev-web"]],
  [["--parallelism", "4", "apply", "dev-web"]],
  [["destroy", "dev-web", "--auto-approve=false"]],
])("refuses %j where nobody could answer, before anything is locked", (args) => {
  expect(() => refuseUnasked(asking(args), nobody)).toThrow(/^There is no terminal to ask on.*add --auto-approve/);
  expect(() => refuseUnasked(asking(args), { isTTY: true })).not.toThrow();
});

it.each<[string[], Record<string, string>]>([
  [["diff", "dev-web"], {}],
  [["deploy", "dev-web", "--auto-approve"], {}],
  [["destroy", "dev-web"], { CDKTF_AUTO_APPROVE: "true" }],
])("lets %j with %j do without a terminal, because it asks nothing", (args, environment) => {
  expect(() => refuseUnasked(asking(args, environment), nobody)).not.toThrow();
});

it("gives cdktf no plugin cache, which several roots would fill at once", () => {
  const { TF_PLUGIN_CACHE_DIR, CDKTF_DISABLE_PLUGIN_CACHE_ENV, HOME } = cdktfEnvironment({
    TF_PLUGIN_CACHE_DIR: "/cache",
    HOME: "/home/me",
  });
  expect([TF_PLUGIN_CACHE_DIR, CDKTF_DISABLE_PLUGIN_CACHE_ENV, HOME]).toEqual([undefined, "1", "/home/me"]);
});
