import { join } from "node:path";
import { writeIfChanged } from "./files.mjs";

/** Where Terraform's CLI configuration of the project is. */
export const cliConfigFile = (root) => join(root, ".cache/terraform.rc");

/**
 * Writes Terraform's CLI configuration, with the AWS provider from a mirror; says whether it changed.
 *
 * No other provider is to be had: one that somebody has written into a state would run with the caller's credentials.
 */
export function writeCliConfig(root, mirror) {
  const from = `filesystem_mirror {\n    path    = ${JSON.stringify(mirror)}\n`;
  const only = `    include = ["registry.terraform.io/hashicorp/aws"]\n`;
  return writeIfChanged(
    cliConfigFile(root),
    `disable_checkpoint = true\n\nprovider_installation {\n  ${from}${only}  }\n}\n`,
  );
}
