import { toolchain } from "../toolchain";

/**
 * What a program needs in its environment to use a local AWS behind the gate.
 *
 * Moto takes any credentials. Another emulator may check them, so there the caller's own AWS_* pass on, but for endpoints.
 */
export function localEnvironment(
  gate: string,
  givenEndpoint: boolean,
  own: NodeJS.ProcessEnv = process.env,
): Record<string, string> {
  const { terraformCliConfig } = toolchain();
  return {
    ...(givenEndpoint ? callersAws(own) : {}),
    ...(givenEndpoint && hasCredentials(own) ? {} : { AWS_ACCESS_KEY_ID: "testing", AWS_SECRET_ACCESS_KEY: "testing" }),
    AWS_ENDPOINT_URL: gate,
    AWS_EC2_METADATA_DISABLED: "true",
    CHECKPOINT_DISABLE: "1",
    ...(terraformCliConfig ? { TF_CLI_CONFIG_FILE: terraformCliConfig } : {}),
  };
}

function callersAws(own: NodeJS.ProcessEnv): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const [name, value] of Object.entries(own))
    if (value !== undefined && name.startsWith("AWS_") && !name.startsWith("AWS_ENDPOINT_URL"))
      environment[name] = value;
  return environment;
}

function hasCredentials(own: NodeJS.ProcessEnv): boolean {
  return own.AWS_ACCESS_KEY_ID !== undefined || own.AWS_PROFILE !== undefined;
}
