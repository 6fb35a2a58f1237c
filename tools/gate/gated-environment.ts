import { toolchain } from "../toolchain";

/** Credentials for those who do not look at them: an emulator, or the gate, which signs anew. */
export const anyCredentials = { AWS_ACCESS_KEY_ID: "testing", AWS_SECRET_ACCESS_KEY: "testing" };

/** What a program needs in its environment to use AWS through the gate, but for credentials. */
export function gatedEnvironment(gate: string): Record<string, string> {
  const { terraformCliConfig } = toolchain();
  return {
    AWS_ENDPOINT_URL: gate,
    AWS_EC2_METADATA_DISABLED: "true",
    CHECKPOINT_DISABLE: "1",
    ...(terraformCliConfig ? { TF_CLI_CONFIG_FILE: terraformCliConfig } : {}),
  };
}
