import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { anyCredentials, gatedEnvironment } from "../gate/gated-environment";

const defaultFiles = ["credentials", "config"].map((file) => join(homedir(), ".aws", file));

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
  return {
    ...(givenEndpoint ? callersAws(own) : {}),
    ...(givenEndpoint && hasCredentials(own) ? {} : anyCredentials),
    ...gatedEnvironment(gate),
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
  const files = [own.AWS_SHARED_CREDENTIALS_FILE, own.AWS_CONFIG_FILE, ...defaultFiles];
  return own.AWS_ACCESS_KEY_ID !== undefined || files.some((file) => file !== undefined && existsSync(file));
}
