import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { node, removeProjects, setUpNode, smallProject } from "./project";

const platform = `${process.platform}_${process.arch === "x64" ? "amd64" : process.arch}`;
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

it("writes a CLI configuration that takes the AWS provider from the mirror or else its registry, and no other from anywhere", async () => {
  const root = smallProject();
  const code = `
    import { readFileSync } from "node:fs";
    import { writeCliConfig } from "./tools/setup/cli-config.mjs";
    const written = [process.argv[1], process.argv[1], undefined].map((mirror) => [
      writeCliConfig(process.cwd(), mirror),
      readFileSync(".cache/terraform.rc", "utf8"),
    ]);
    console.log(JSON.stringify(written));`;
  const { stdout } = await node(root, ["--input-type=module", "-e", code, "--", "/a mirror"]);
  const taken = (from: string) =>
    `disable_checkpoint = true\n\nprovider_installation {\n  ${from}    include = ["registry.terraform.io/hashicorp/aws"]\n  }\n}\n`;
  const fromMirror = taken('filesystem_mirror {\n    path    = "/a mirror"\n');
  expect(JSON.parse(stdout)).toEqual([
    [true, fromMirror],
    [false, fromMirror],
    [true, taken("direct {\n")],
  ]);
});
