import { defaultProvider } from "@aws-sdk/credential-provider-node";
import { UserError } from "../../modules/core/user-error";
import type { Environment } from "../../regions/environment-schema";
import { checkAccount } from "../../tools/bootstrap/caller";
import { awsUpstream } from "../../tools/gate/aws/upstream";
import type { Where } from "../drill";

/**
 * The account of an environment, with the caller's credentials: those of AWS_PROFILE, of the variables, or of a role
 * that a workflow took on. They are asked for anew before they expire. Fails unless they are of that account.
 */
export async function theAccount(environment: Environment): Promise<Where> {
  const endpoint = Object.keys(process.env).find((name) => name.startsWith("AWS_ENDPOINT_URL"));
  if (endpoint !== undefined)
    throw new UserError(
      `--aws: ${endpoint} is "${process.env[endpoint]}", and --aws is about AWS itself. Unset it, or use --endpoint.`,
    );
  await checkAccount(environment, "");
  return { kind: "account", upstream: awsUpstream(defaultProvider()) };
}
