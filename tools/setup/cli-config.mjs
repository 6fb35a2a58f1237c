import { join } from "node:path";
import { writeIfChanged } from "./files.mjs";

/** Where Terraform's CLI configuration of the project is. */
export const cliConfigFile = (root) => join(root, ".cache/terraform.rc");

/** Writes Terraform's CLI configuration: the AWS provider from the mirror, if there is one; says whether it changed. */
export function writeCliConfig(root, mirror) {
  return writeIfChanged(cliConfigFile(root), `disable_checkpoint = true\n\n${mirror ? fromMirror(mirror) : direct}`);
}

// No plugin_cache_dir: it is not safe for several `terraform init` at once.
const direct = "provider_installation {\n  direct {}\n}\n";

const fromMirror = (mirror) => `provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(mirror)}
    include = ["registry.terraform.io/hashicorp/aws"]
  }
  direct {
    exclude = ["registry.terraform.io/hashicorp/aws"]
  }
}
`;
