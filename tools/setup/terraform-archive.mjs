import { createHash } from "node:crypto";
import { chmodSync, createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { run } from "./child.mjs";
import { programs } from "./files.mjs";
import { platform } from "./platform.mjs";
import { explain, UserError } from "./user-error.mjs";

/** Where the pinned Terraform of this platform comes from, and its SHA-256. */
export function terraformSource({ version, releases, sha256 }) {
  const archive = `terraform_${version}_${platform}.zip`;
  return { archive, url: `${releases}/${version}/${archive}`, sha256: sha256[platform] };
}

/** Fetches the pinned Terraform to a file; an archive whose SHA-256 differs is not unpacked. */
export async function fetchTerraform(pinned, file, { root, env }) {
  const { archive, url, sha256 } = terraformSource(pinned);
  const folder = join(root, ".cache/tmp/terraform");
  const zip = join(folder, archive);
  try {
    mkdirSync(folder, { recursive: true });
    await download(url, zip, env);
    const actual = await sha256Of(zip);
    if (actual !== sha256) throw new UserError(`${url} has the SHA-256 ${actual}, not ${sha256}: not unpacked.`);
    await unpack(zip, folder, env);
    chmodSync(join(folder, "terraform"), 0o755);
    mkdirSync(dirname(file), { recursive: true });
    renameSync(join(folder, "terraform"), file);
  } catch (error) {
    throw explain(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function download(url, file, env) {
  // Node's fetch knows no proxies.
  if (env.HTTPS_PROXY || env.https_proxy) {
    await run("curl", ["--fail", "--silent", "--show-error", "--location", "--output", file, url], { env });
    return;
  }
  let response;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(600_000) });
  } catch (error) {
    throw new UserError(`${url}: ${error.cause?.message || error.cause?.code || error.message}`);
  }
  if (!response.ok) throw new UserError(`${url}: HTTP ${response.status}`);
  try {
    await pipeline(Readable.fromWeb(response.body), createWriteStream(file));
  } catch (error) {
    throw error.path ? error : new UserError(`${url}: broke off: ${error.message}`);
  }
}

async function sha256Of(file) {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}

async function unpack(zip, folder, env) {
  const [unzip] = programs("unzip", env);
  const [python] = programs("python3", env);
  if (unzip) await run(unzip, ["-q", "-o", zip, "-d", folder], { env });
  else if (python) await run(python, ["-m", "zipfile", "-e", zip, folder], { env });
  else throw new UserError("neither unzip nor python3 is on PATH to unpack it.");
  if (!existsSync(join(folder, "terraform"))) throw new UserError(`${zip} holds no file terraform.`);
}
