import { toolchain } from "../../terraform/toolchain";

/**
 * What cdktf, and the Terraform that it starts, get: the caller's environment, with the Terraform and the CLI configuration
 * of the set-up unless it names others.
 *
 * In any case Terraform installs what the lock file has, and nothing else: a provider that somebody has written into a
 * state would run with the caller's credentials. And it has no plugin cache: cdktf would set one of its own and run `init`
 * of several roots at once, for which that is not safe. The project's CLI configuration names a mirror instead.
 */
export function cdktfEnvironment(own: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const { terraform, terraformCliConfig } = toolchain();
  const { TF_PLUGIN_CACHE_DIR: _, ...rest } = own;
  const init = [own.TF_CLI_ARGS_init, "-lockfile=readonly"].filter(Boolean).join(" ");
  return {
    TERRAFORM_BINARY_NAME: terraform,
    TF_CLI_CONFIG_FILE: terraformCliConfig,
    ...rest,
    TF_CLI_ARGS_init: init,
    CDKTF_DISABLE_PLUGIN_CACHE_ENV: "1",
  };
}
