import { defaultProvider } from "@aws-sdk/credential-provider-node";
import { UserError } from "../../modules/core/user-error";
import type { Environment } from "../../regions/schema/environment";
import { tell } from "../../terraform/process/live";
import { checkAccount } from "../../tools/bootstrap/caller";
import { ofAccount } from "../../tools/gate/aws/of-account";
import { awsUpstream } from "../../tools/gate/aws/upstream";
import type { Where } from "../drill";

/** Minutes that credentials which nobody renews must last. */
const leastMinutes = 120;

/** How long services may still write logs of what is destroyed. */
const quietSeconds = 300;

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
  refuseUndrillable(environment);
  await checkAccount(environment, "");
  const credentials = ofAccount(defaultProvider(), environment.account);
  checkDuration(await credentials());
  return { kind: "account", upstream: (accessKeyId) => awsUpstream(credentials, accessKeyId), quietSeconds };
}

/** Refuses an account that nobody has said that drills may destroy a region in. */
export function refuseUndrillable({ name, account, drillable }: Environment): void {
  if (!drillable)
    throw new UserError(
      `account ${account} is not marked for drills: regions/environments.ts does not say drillable: true for ${name}. ` +
        "Say it, once everything in that account may be destroyed. Nothing was done.",
    );
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
