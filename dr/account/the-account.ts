import { defaultProvider } from "@aws-sdk/credential-provider-node";
import { UserError } from "../../modules/core/user-error";
import type { Environment } from "../../regions/schema/environment";
import { tell } from "../../terraform/process/live";
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
export function checkDuration(
  { sessionToken, expiration }: { readonly sessionToken?: string; readonly expiration?: Date },
  inVariables = process.env.AWS_ACCESS_KEY_ID !== undefined,
  warn: (line: string) => void = (line) => tell(`${line}\n`),
): void {
  if (sessionToken !== undefined && expiration === undefined)
    warn(
      "--aws: when the credentials end is not known: they have a session token, and nothing says until when it is valid " +
        `(AWS_CREDENTIAL_EXPIRATION). A drill may take ${leastMinutes} minutes. It stops when they end; ` +
        "`./shop clean-up --aws` with new ones then removes what it has made.",
    );
  if (!inVariables || expiration === undefined) return;
  const minutes = Math.floor((expiration.getTime() - Date.now()) / 60_000);
  if (minutes < leastMinutes)
    throw new UserError(
      `--aws: the credentials in AWS_ACCESS_KEY_ID end in ${minutes} minutes, and a drill may take ${leastMinutes}. ` +
        "Use credentials that last longer, or AWS_PROFILE, whose credentials are renewed.",
    );
}
