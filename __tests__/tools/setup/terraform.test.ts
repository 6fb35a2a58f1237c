import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type Ended, inFront, node, programs, removeProjects, smallProject } from "./project";

const terraformScript = (version: string) => `echo '{"terraform_version": "${version}"}'`;
const python = execFileSync("python3", ["-c", "import sys; print(sys.executable)"], { encoding: "utf8" }).trim();
let server: Server | undefined;

afterEach(() => {
  removeProjects();
  server?.close();
});

/** The pinned Terraform is this content, served on loopback, expected to have that SHA-256 (or the right one). */
async function serve(root: string, archive: Buffer, expected?: string): Promise<void> {
  server = createServer((_, response) => response.end(archive)).listen(0, "127.0.0.1");
  await new Promise((listening) => server?.once("listening", listening));
  const { port } = server.address() as AddressInfo;
  pin(root, `http://127.0.0.1:${port}`, expected ?? createHash("sha256").update(archive).digest("hex"));
}

function pin(root: string, releases: string, hash: string): void {
  const file = join(root, "tools/setup/terraform.json");
  const pinned = JSON.parse(readFileSync(file, "utf8"));
  const platforms = Object.keys(pinned.sha256).map((platform) => [platform, hash]);
  writeFileSync(file, JSON.stringify({ ...pinned, releases, sha256: Object.fromEntries(platforms) }));
}

function zipOf(root: string, script: string): Buffer {
  const folder = programs(join(root, "packed"), { terraform: script });
  execFileSync(python, ["-m", "zipfile", "-c", join(root, "terraform.zip"), "terraform"], { cwd: folder });
  return readFileSync(join(root, "terraform.zip"));
}

/** Finds or makes Terraform with only these programs on the PATH; prints which one it is. */
function find(root: string, scripts: Record<string, string>): Promise<Ended> {
  const code = `
    import { terraform } from "./tools/setup/terraform.mjs";
    const project = { root: process.cwd(), env: process.env };
    const made = (await terraform.current(project)) ?? (await terraform.make(project).catch((error) => error.message));
    console.log(JSON.stringify(made));`;
  const path = programs(root, { sh: "/bin/sh", python3: python, ...scripts });
  return node(root, ["--input-type=module", "-e", code], { PATH: path, HTTPS_PROXY: "", https_proxy: "" });
}

it("takes the Terraform on the PATH when it is new enough", async () => {
  const root = smallProject();
  const { stdout } = await find(root, { terraform: terraformScript("1.12.3") });
  expect(JSON.parse(stdout)).toEqual({ path: join(root, "bin/terraform"), version: "1.12.3" });
});

it("fetches the pinned one when the one on the PATH will not do, checks it, and keeps it", async () => {
  const root = smallProject();
  await serve(root, zipOf(root, terraformScript("1.11.4")));
  const pinned = { path: join(root, ".cache/terraform/1.11.4/terraform"), version: "1.11.4" };
  expect(JSON.parse((await find(root, { terraform: terraformScript("2.0.0") })).stdout)).toEqual(pinned);
  server?.close();
  server?.closeAllConnections();
  expect(JSON.parse((await find(root, {})).stdout)).toEqual(pinned);
});

it("refuses an archive whose SHA-256 differs, and leaves nothing behind", async () => {
  const root = smallProject();
  await serve(root, zipOf(root, terraformScript("1.11.4")), "0".repeat(64));
  const { stdout } = await find(root, {});
  expect(stdout).toMatch(/has the SHA-256 [0-9a-f]{64}, not 0{64}: not unpacked/);
  expect(existsSync(join(root, ".cache/terraform"))).toBe(false);
  expect(existsSync(join(root, ".cache/tmp/terraform"))).toBe(false);
});

it("fails with exit code 2 and says how to get Terraform when there is none and it cannot be fetched", async () => {
  const root = smallProject();
  pin(root, "http://127.0.0.1:9", "a".repeat(64));
  const old = programs(root, {
    terraform: terraformScript("1.10.5"),
    node: process.execPath,
    npm: "mkdir -p node_modules",
  });
  const ended = await node(root, ["tools/run.mjs"], { PATH: `${old}:/usr/bin:/bin`, HTTPS_PROXY: "", https_proxy: "" });
  expect(ended.code).toBe(2);
  expect(ended.stderr).toContain("error: Terraform >= 1.11.0 and < 2.0.0 is needed");
  expect(ended.stderr).toContain(`${join(root, "bin/terraform")} is 1.10.5`);
  expect(ended.stderr).toContain("https://developer.hashicorp.com/terraform/install");
  expect(ended.stderr).toMatch(/fetch http:\S+terraform_1\.11\.4_\w+\.zip \(SHA-256 a{64}\)/);
});

it("asks a Terraform for its version once, and again when it has changed", async () => {
  const root = smallProject();
  const calls = join(root, "calls");
  // A small file is a script of a version manager, which is asked each time.
  const large = `echo call >> ${calls}\n${terraformScript("1.11.4")}\nexit\n${"#".repeat(1_100_000)}`;
  const countAfter = async (script: string) => {
    await find(root, { terraform: script });
    return readFileSync(calls, "utf8").split("call").length - 1;
  };
  expect(await countAfter(large)).toBe(1);
  const again = `
    import { terraform } from "./tools/setup/terraform.mjs";
    await terraform.current({ root: process.cwd(), env: process.env });`;
  await node(root, ["--input-type=module", "-e", again], inFront(join(root, "bin")));
  expect(await countAfter(`${large}#`)).toBe(2);
});
