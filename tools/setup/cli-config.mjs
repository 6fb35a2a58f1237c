import { join } from "node:path";
import { writeIfChanged } from "./files.mjs";

/** Where Terraform's CLI configuration of the project is. */
export const cliConfigFile = (root) => join(root, ".cache/terraform.rc");

/**
 * Writes Terraform's CLI configuration: the AWS provider from the mirror, if there is one; says whether it changed.
 *
 * No other provider is to be had: one that somebody has written into a state would run with the caller's credentials.
 */
export function writeCliConfig(root, mirror) {
  // No plugin_cache_dir: it is not safe for several `terraform init` at once.
  const from = mirror ? `filesystem_mirror {\n    path    = ${JSON.stringify(mirror)}\n` : "direct {\n";
  const only = `    include = ["registry.terraform.io/hashicorp/aws"]\n`;
  return writeIfChanged(
    cliConfigFile(root),
    `disable_checkpoint = true\n\nprovider_installation {\n  ${from}${only}  }\n}\n`,
  );
}
