import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa, execaSync } from "execa";
import { childEnvironment } from "../../terraform/process/environments";
import { projectRoot } from "../../terraform/project-root";
import { TerraformRoot } from "../../terraform/root";
import { toolchain } from "../../terraform/toolchain";
import { cdktfEnvironment } from "../../tools/cdktf/environment";
import { platform } from "../../tools/setup/platform.mjs";

const { signal } = new AbortController();
const { terraform } = toolchain();
const name = "registry.terraform.io/intruder/thief";

const folder = mkdtempSync(join(tmpdir(), "foreign-"));
const mirror = join(folder, "mirror");
const root = join(folder, "root");
const stolen = join(folder, "stolen");
const offering = join(folder, "offering.rc");

/** A root with nothing in it, and a state into which somebody has written a resource of a provider of theirs. */
beforeAll(() => {
  const provider = join(mirror, name, "1.0.0", platform, "terraform-provider-thief_v1.0.0");
  mkdirSync(join(provider, ".."), { recursive: true });
  writeFileSync(provider, `#!/bin/sh\nenv > '${stolen}'\n`);
  chmodSync(provider, 0o755);

  mkdirSync(root);
  copyFileSync(join(projectRoot, ".terraform.lock.hcl"), join(root, ".terraform.lock.hcl"));
  const required_providers = { aws: { source: "aws", version: "5.100.0" } };
  writeFileSync(join(root, "cdk.tf.json"), JSON.stringify({ terraform: { required_providers } }));
  const planted = {
    ...{ mode: "managed", type: "thief_key", name: "key", provider: `provider["${name}"]` },
    instances: [{ schema_version: 0, attributes: { id: "key" } }],
  };
  const state = { version: 4, terraform_version: "1.11.4", serial: 1, lineage: "l", outputs: {}, resources: [planted] };
  writeFileSync(join(root, "terraform.tfstate"), JSON.stringify(state));

  const known = /filesystem_mirror \{\s*path\s*=\s*"([^"]+)"/.exec(
    readFileSync(toolchain().terraformCliConfig, "utf8"),
  )?.[1];
  if (known === undefined) throw new Error("The project's CLI configuration names no mirror.");
  const more = `filesystem_mirror {\n    path = "${mirror}"\n    include = ["${name}"]\n  }\n`;
  const settings = projectSettings(known).replace("provider_installation {", `provider_installation {\n  ${more}`);
  writeFileSync(offering, settings);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The CLI configuration that the set-up writes for a mirror. */
function projectSettings(from: string): string {
  const write = `import { writeCliConfig } from "./tools/setup/cli-config.mjs"; writeCliConfig(...process.argv.slice(1));`;
  const args = ["--input-type=module", "-e", write, "--", folder, from];
  execaSync(process.execPath, args, { cwd: projectRoot });
  return readFileSync(join(folder, ".cache/terraform.rc"), "utf8");
}

/** Nothing of the provider has run, and the lock file is as it was. */
function nothingIsStolen(): void {
  expect(existsSync(stolen)).toBe(false);
  expect(readFileSync(join(root, ".terraform.lock.hcl"), "utf8")).toBe(
    readFileSync(join(projectRoot, ".terraform.lock.hcl"), "utf8"),
  );
}

describe("a provider that somebody has written into a state", () => {
  it("is refused by a root's init, where the caller's own settings have it", async () => {
    const environment = childEnvironment({ TF_CLI_CONFIG_FILE: offering });
    await expect(new TerraformRoot(root, { terraform, environment }).init(signal)).rejects.toThrow(
      "Provider dependency changes detected",
    );
    nothingIsStolen();
  });

  it("is refused by the init that `./shop cdktf` starts", async () => {
    const env = cdktfEnvironment(childEnvironment({ TF_CLI_CONFIG_FILE: offering }));
    const { exitCode, stderr } = await execa(terraform, ["init", "-no-color"], {
      ...{ cwd: root, env, extendEnv: false, reject: false },
    });
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: expect.stringContaining("Provider dependency changes detected"),
    });
    nothingIsStolen();
  });

  it("is not to be had with the project's own settings, even where the mirror has it and the lock file may change", async () => {
    projectSettings(mirror);
    const env = childEnvironment({ TF_CLI_CONFIG_FILE: join(folder, ".cache/terraform.rc") });
    const { exitCode, stderr } = await execa(terraform, ["init", "-no-color"], {
      ...{ cwd: root, env, extendEnv: false, reject: false },
    });
    expect(exitCode).toBe(1);
    expect(stderr.replace(/\s+/g, " ")).toContain(`provider ${name} was not found in any of the search locations`);
    nothingIsStolen();
  });
});
