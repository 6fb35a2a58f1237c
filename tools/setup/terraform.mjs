import { join } from "node:path";
import { run } from "./child.mjs";
import { identityOf, jsonOf, programs, writeIfChanged } from "./files.mjs";
import { fetchTerraform, terraformSource } from "./terraform-archive.mjs";
import { UserError } from "./user-error.mjs";
import { isBefore } from "./version.mjs";

/** Terraform: one on the PATH if it is new enough, else the pinned one in .cache. */
export const terraform = {
  title: ({ root }) => `Terraform ${pin(root).version}, since PATH has none that will do`,
  async current(project) {
    return (await found(project)).find(({ version }) => willDo(version, project));
  },
  async make(project) {
    const pinned = pin(project.root);
    try {
      await fetchTerraform(pinned, pinnedFile(project), project);
      const version = await versionOf(pinnedFile(project), project.env);
      return { path: pinnedFile(project), version };
    } catch (error) {
      if (error.name !== "UserError") throw error;
      throw new UserError(wayOut(pinned, await found(project), error.message, project));
    }
  },
};

/** What is pinned of Terraform. */
export const pin = (root) => jsonOf(join(root, "tools/setup/terraform.json"));
const pinnedFile = ({ root }) => join(root, ".cache/terraform", pin(root).version, "terraform");

function willDo(version, { root }) {
  const { atLeast, below } = pin(root);
  return version !== undefined && !isBefore(version, atLeast) && isBefore(version, below);
}

/** Each Terraform there is, with its version, which is asked for once for each program file. */
async function found(project) {
  const memory = join(project.root, ".cache/terraform-versions.json");
  const known = jsonOf(memory) ?? {};
  const all = [];
  for (const path of [...new Set(programs("terraform", project.env)), pinnedFile(project)]) {
    const identity = identityOf(path);
    if (identity === "none") continue;
    const size = Number(identity.split(" ")[0]);
    const version = known[path]?.identity === identity ? known[path].version : await versionOf(path, project.env);
    // A small file is a script of a version manager, which may answer something else tomorrow.
    if (version && size > 1e6) known[path] = { identity, version };
    all.push({ path, version });
    if (willDo(version, project)) break;
  }
  if (!project.looking) writeIfChanged(memory, `${JSON.stringify(known)}\n`);
  return all;
}

async function versionOf(path, env) {
  const { TF_CLI_CONFIG_FILE: _, ...rest } = env;
  try {
    const text = await run(path, ["version", "-json"], { cwd: "/", env: { ...rest, CHECKPOINT_DISABLE: "1" } });
    return /"terraform_version": *"([^"]+)"/.exec(text)?.[1] ?? /^Terraform v(\S+)/m.exec(text)?.[1];
  } catch {
    return undefined;
  }
}

function wayOut(pinned, others, why, project) {
  const { archive, url, sha256 } = terraformSource(pinned);
  const there = others.map(({ path, version }) => `${path} is ${version ?? "not working"}`).join(", ");
  return [
    `Terraform >= ${pinned.atLeast} and < ${pinned.below} is needed; ${there || "there is none on PATH"}, and Terraform ${pinned.version} could not be fetched:`,
    `  ${why}`,
    "To get it, do one of these and run this again:",
    "  - install it so that it is on PATH: https://developer.hashicorp.com/terraform/install",
    `  - fetch ${url} (SHA-256 ${sha256}) elsewhere and unpack ${archive} to ${pinnedFile(project)}`,
  ].join("\n");
}
