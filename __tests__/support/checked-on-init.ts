import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { toolchain } from "../../terraform/toolchain";
import { platform } from "../../tools/setup/platform.mjs";
import { runFolder } from "./once";

/**
 * A CLI configuration of Terraform with which `init` alone compares the provider with the lock file: a path.
 *
 * Every other command would read all of the provider for that, 700 MB, which takes 1.2 s of CPU. Where the provider does
 * not come from a mirror with its unpacked file, it is the project's own.
 */
export function checkedOnInit(folder = runFolder()): string {
  const { terraformCliConfig } = toolchain();
  const text = readFileSync(terraformCliConfig, "utf8");
  const mirror = /filesystem_mirror \{\s*path\s*=\s*"([^"]+)"/.exec(text)?.[1];
  const provider = mirror && unpacked(join(mirror, "registry.terraform.io/hashicorp/aws/5.100.0"));
  if (!provider) return terraformCliConfig;
  const file = join(folder, "checked-on-init.rc");
  const overrides = `dev_overrides {\n    "hashicorp/aws" = ${JSON.stringify(provider)}\n  }`;
  // Others read it at any time.
  const whole = `${file}.${process.pid}`;
  writeFileSync(whole, text.replace("provider_installation {", `provider_installation {\n  ${overrides}`));
  renameSync(whole, file);
  return file;
}

function unpacked(version: string): string | undefined {
  const folder = join(version, platform);
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return files.some((name) => name.startsWith("terraform-provider-aws_")) ? folder : undefined;
}

/** What Terraform warns of with it, whatever it is asked. */
export const aboutOverrides = "Provider development overrides are in effect";
