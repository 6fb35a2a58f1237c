import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { UserError } from "../../modules/core/user-error";
import type { Environment } from "../../regions/schema/environment";

const localHint = "; for the local AWS, run the lines that `./shop local-aws` prints";

/** The account of the caller's credentials, as AWS says; fails, and says whose are `wanted`, where it does not. */
export async function callersAccount(region: string | undefined, wanted: string, hint = localHint): Promise<string> {
  const { Account } = await new STSClient(region === undefined ? {} : { region })
    .send(new GetCallerIdentityCommand({}))
    .catch((error: unknown) => {
      throw new UserError(
        `AWS could not identify the credentials (${error instanceof Error ? error.message : error}). ` +
          `Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, to credentials of account ${wanted}${hint}.`,
      );
    });
  return Account ?? "";
}

/** Asks AWS whose credentials the caller has; fails unless they are of the environment's account. */
export async function checkAccount({ name, account, stateRegion }: Environment, hint = localHint): Promise<void> {
  const callers = await callersAccount(stateRegion, account, hint);
  if (callers !== account)
    throw new UserError(
      `The credentials belong to account ${callers}, but ${name} is account ${account} in regions/environments.ts. ` +
        "Use credentials of that account, or correct the file. Nothing was done.",
    );
}

/** Which AWS the caller's environment points to, in words. */
export function callersAws({ AWS_ENDPOINT_URL: endpoint }: NodeJS.ProcessEnv = process.env): string {
  if (!endpoint) return "AWS";
  return /^https?:\/\/(127\.|localhost\b|\[::1\])/.test(endpoint) ? `local AWS at ${endpoint}` : `AWS at ${endpoint}`;
}
