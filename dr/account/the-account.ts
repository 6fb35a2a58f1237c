import { defaultProvider } from "@aws-sdk/credential-provider-node";
import { UserError } from "../../modules/core/user-error";
import type { Environment } from "../../regions/schema/environment";
import { checkAccount } from "../../tools/bootstrap/caller";
import { awsUpstream } from "../../tools/gate/aws/upstream";
import type { Where } from "../drill";

/** Minutes that credentials which nobody renews must last. */
const leastMinutes = 120;

/**
 * The account of an environment, with the caller's credentials: those of AWS_PROFILE, or in the variables, where a
 * workflow has those of the role that it took on. Fails unless they are of that account.
 */
export async function theAccount(environment: Environment): Promise<Where> {
  const endpoint = Object.keys(process.env).find((name) => name.startsWith("AWS_ENDPOINT_URL"));
  if (endpoint !== undefined)
    throw new UserError(
      `--aws: ${endpoint} is "${process.env[endpoint]}", and --aws is about AWS itself. Unset it, or use --endpoint.`,
    );
  await checkAccount(environment, "");
  const credentials = defaultProvider();
  checkDuration(await credentials());
  return { kind: "account", upstream: (accessKeyId) => awsUpstream(credentials, accessKeyId) };
}

/** Those of a profile are asked for anew in time; those in variables end when they end, with the drill in the middle. */
function checkDuration({ expiration }: { readonly expiration?: Date }): void {
  if (process.env.AWS_ACCESS_KEY_ID === undefined || expiration === undefined) return;
  const minutes = Math.floor((expiration.getTime() - Date.now()) / 60_000);
  if (minutes < leastMinutes)
    throw new UserError(
      `--aws: the credentials in AWS_ACCESS_KEY_ID end in ${minutes} minutes, and a drill may take ${leastMinutes}. ` +
        "Use credentials that last longer, or AWS_PROFILE, whose credentials are renewed.",
    );
}
