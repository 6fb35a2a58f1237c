import { existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { platform } from "./platform.mjs";
import { UserError } from "./user-error.mjs";

const host = "registry.terraform.io";

/** Where the project keeps the provider itself. */
export const ownMirror = (root) => join(root, ".cache/providers");

/** The folder of a provider mirror that has the locked AWS provider, or undefined. */
export function providerMirror({ root, env }) {
  const version = lockedVersion(root);
  const named = env.TERRAFORM_PROVIDER_MIRROR;
  if (named) {
    if (hasProvider(resolve(named), version)) return resolve(named);
    throw new UserError(
      `TERRAFORM_PROVIDER_MIRROR: "${named}" is not a provider mirror with hashicorp/aws ${version} for this platform: ` +
        `it has no ${providerPaths(version)[0]}. Correct it, fill it with \`terraform providers mirror\`, or unset it.`,
    );
  }
  return [ownMirror(root), ...impliedMirrors(root, env), ...mirrorsBelow("/opt", 3)].find((folder) =>
    hasProvider(folder, version),
  );
}

/** The version of the AWS provider that the lock file names. */
export function lockedVersion(root) {
  const lock = readFileSync(join(root, ".terraform.lock.hcl"), "utf8");
  return /provider "registry\.terraform\.io\/hashicorp\/aws" \{\s*version\s*=\s*"([^"]+)"/.exec(lock)[1];
}

function providerPaths(version) {
  const provider = join(host, "hashicorp/aws");
  return [join(provider, version, platform), join(provider, `terraform-provider-aws_${version}_${platform}.zip`)];
}

function hasProvider(folder, version) {
  return providerPaths(version).some((path) => existsSync(join(folder, path)));
}

/** Where Terraform itself looks when no CLI configuration says otherwise. */
function impliedMirrors(root, env) {
  const home = env.HOME ?? homedir();
  const data = [
    env.XDG_DATA_HOME || join(home, ".local/share"),
    ...(env.XDG_DATA_DIRS || "/usr/local/share:/usr/share").split(":"),
  ];
  const mac = [home, "/"].map((base) => join(base, "Library/Application Support/io.hashicorp.terraform/plugins"));
  return [
    join(root, "terraform.d/plugins"),
    join(home, ".terraform.d/plugins"),
    ...(process.platform === "darwin" ? mac : data.map((base) => join(base, "terraform/plugins"))),
  ];
}

function mirrorsBelow(folder, levels) {
  let entries = [];
  try {
    entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  } catch {
    // Not there, or not ours to read.
  }
  if (entries.some(({ name }) => name === host)) return [folder];
  return levels > 0 ? entries.flatMap(({ name }) => mirrorsBelow(join(folder, name), levels - 1)) : [];
}
