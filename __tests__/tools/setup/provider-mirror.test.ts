import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { toolchain } from "../../../terraform/toolchain";
import { platform } from "../../../tools/setup/platform.mjs";
import { node, removeProjects, setUpNode, smallProject, write } from "./project";

const home =
  process.platform === "darwin"
    ? "Library/Application Support/io.hashicorp.terraform/plugins"
    : ".local/share/terraform/plugins";

function mirror(root: string, folder: string, version = "5.100.0"): string {
  mkdirSync(join(root, folder, "registry.terraform.io/hashicorp/aws", version, platform), { recursive: true });
  return join(root, folder);
}

async function find(root: string, env: NodeJS.ProcessEnv): Promise<string> {
  const code = `
    import { providerMirror } from "./tools/setup/provider-mirror.mjs";
    console.log(providerMirror({ root: process.cwd(), env: process.env }));`;
  return (
    await node(root, ["--input-type=module", "-e", code], { HOME: root, XDG_DATA_HOME: "", ...env })
  ).stdout.trim();
}

afterEach(removeProjects);

it("takes the mirror that TERRAFORM_PROVIDER_MIRROR names before all others", async () => {
  const root = smallProject();
  mirror(root, home);
  const named = mirror(root, "named");
  expect(await find(root, { TERRAFORM_PROVIDER_MIRROR: named })).toBe(named);
});

it("finds the mirror where Terraform looks by itself", async () => {
  const root = smallProject();
  const implied = mirror(root, home);
  expect(await find(root, { TERRAFORM_PROVIDER_MIRROR: "" })).toBe(implied);
});

it("does not take a mirror that lacks the locked version of the provider", async () => {
  const root = smallProject();
  const other = mirror(root, home, "5.99.1");
  expect(await find(root, { TERRAFORM_PROVIDER_MIRROR: "" })).not.toBe(other);
});

it("fails with exit code 2 when TERRAFORM_PROVIDER_MIRROR names no such mirror", async () => {
  const root = smallProject();
  await setUpNode(root);
  const ended = await node(root, ["tools/run.mjs"], { TERRAFORM_PROVIDER_MIRROR: "nowhere" });
  expect(ended.code).toBe(2);
  expect(ended.stderr).toMatch(
    /^error: TERRAFORM_PROVIDER_MIRROR: "nowhere" is not a provider mirror with hashicorp\/aws 5\.100\.0/,
  );
});

it("writes a CLI configuration that takes the AWS provider from the mirror, and no other from anywhere", async () => {
  const root = smallProject();
  const code = `
    import { readFileSync } from "node:fs";
    import { writeCliConfig } from "./tools/setup/cli-config.mjs";
    const written = [1, 2].map(() => [
      writeCliConfig(process.cwd(), process.argv[1]),
      readFileSync(".cache/terraform.rc", "utf8"),
    ]);
    console.log(JSON.stringify(written));`;
  const { stdout } = await node(root, ["--input-type=module", "-e", code, "--", "/a mirror"]);
  const from =
    'filesystem_mirror {\n    path    = "/a mirror"\n    include = ["registry.terraform.io/hashicorp/aws"]\n  }';
  const text = `disable_checkpoint = true\n\nprovider_installation {\n  ${from}\n}\n`;
  expect(JSON.parse(stdout)).toEqual([
    [true, text],
    [false, text],
  ]);
});

/** Fetches the provider with the real Terraform, from what the CLI configuration of a user names. */
async function fetchInto(root: string, lockFile?: string): Promise<string> {
  const theirs = mirror(root, "theirs");
  write(theirs, `registry.terraform.io/hashicorp/aws/5.100.0/${platform}/terraform-provider-aws_v5.100.0`, "small");
  write(root, ".terraformrc", `provider_installation {\n  filesystem_mirror {\n    path = "${theirs}"\n  }\n}\n`);
  if (lockFile) write(root, ".terraform.lock.hcl", lockFile);
  const code = `
    import { provider } from "./tools/setup/provider.mjs";
    const project = { root: process.cwd(), env: process.env };
    const made = await provider.make(project, { terraform: { path: process.argv[1] } }).catch(({ message }) => message);
    console.log(made);`;
  const env = { HOME: root, XDG_CONFIG_HOME: root };
  return (await node(root, ["--input-type=module", "-e", code, "--", toolchain().terraform], env)).stdout.trim();
}

it("fetches the provider once where no mirror has it, into a mirror of the project's own, which is found from then on", async () => {
  const root = smallProject();
  const lockFile = 'provider "registry.terraform.io/hashicorp/aws" {\n  version = "5.100.0"\n}\n';
  expect(await fetchInto(root, lockFile)).toBe(join(root, ".cache/providers"));
  expect(await find(root, { TERRAFORM_PROVIDER_MIRROR: "" })).toBe(join(root, ".cache/providers"));
});

it("keeps no provider that the lock file does not know, and says how else to get one", async () => {
  const root = smallProject();
  expect(await fetchInto(root)).toMatch(/could not be fetched:.*checksums.*TERRAFORM_PROVIDER_MIRROR/s);
  expect(existsSync(join(root, ".cache/providers"))).toBe(false);
});
