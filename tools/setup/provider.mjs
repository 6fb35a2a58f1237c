import { copyFileSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { run } from "./child.mjs";
import { writeWhole } from "./files.mjs";
import { lockedVersion, ownMirror, providerMirror } from "./provider-mirror.mjs";
import { UserError } from "./user-error.mjs";

/**
 * The locked AWS provider in a mirror: one that is there, else fetched once into one of the project's own.
 *
 * Without a mirror, each of some thirty roots would fetch and unpack 700 MB for itself; and Terraform's plugin cache is
 * not safe for several `init` at once.
 */
export const provider = {
  title: ({ root }) => `hashicorp/aws ${lockedVersion(root)} (0.7 GB), since no mirror has it`,
  current: providerMirror,
  async make({ root, env }, { terraform }) {
    const version = lockedVersion(root);
    const folder = join(root, ".cache/tmp/provider");
    const wanted = { terraform: { required_providers: { aws: { source: "hashicorp/aws", version } } } };
    writeWhole(join(folder, "versions.tf.json"), JSON.stringify(wanted));
    copyFileSync(join(root, ".terraform.lock.hcl"), join(folder, ".terraform.lock.hcl"));
    try {
      // As the caller's own CLI configuration says, which may name a mirror of theirs; checked against the lock file.
      await run(terraform.path, ["init", "-input=false", "-lockfile=readonly"], { cwd: folder, env });
    } catch (error) {
      if (error.name !== "UserError") throw error;
      throw new UserError(wayOut(version, error.message));
    }
    const mirror = ownMirror(root);
    rmSync(mirror, { recursive: true, force: true });
    mkdirSync(dirname(mirror), { recursive: true });
    renameSync(join(folder, ".terraform/providers"), mirror);
    return mirror;
  },
};

const wayOut = (version, why) =>
  [
    `Terraform's provider hashicorp/aws ${version} could not be fetched:`,
    `  ${why}`,
    "Let this machine reach registry.terraform.io, by HTTPS_PROXY perhaps; or fill a folder elsewhere with",
    "`terraform providers mirror FOLDER`, in a folder with this project's .terraform.lock.hcl and a root that requires",
    "the provider, and name it here by TERRAFORM_PROVIDER_MIRROR.",
  ].join("\n");
