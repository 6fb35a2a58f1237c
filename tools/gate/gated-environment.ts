import { toolchain } from "../../terraform/toolchain";

/** An access key, and nothing of what the caller's own files say of credentials, endpoints or certificates. */
export function credentialsOnly(accessKeyId: string): Record<string, string> {
  return {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: "testing",
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
  };
}

/** Credentials for who does not look at them. */
export const anyCredentials = credentialsOnly("testing");

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
