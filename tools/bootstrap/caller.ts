import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { UserError } from "../../modules/core/user-error";
import type { Environment } from "../../regions/schema/environment";

const localHint = "; for the local AWS, run the lines that `./shop local-aws` prints";

/** Asks AWS whose credentials the caller has; fails unless they are of the environment's account. */
export async function checkAccount({ name, account, stateRegion }: Environment, hint = localHint): Promise<void> {
  const caller = await new STSClient({ region: stateRegion })
    .send(new GetCallerIdentityCommand({}))
    .catch((error: unknown) => {
      throw new UserError(
        `AWS does not say whose credentials these are (${error instanceof Error ? error.message : error}). ` +
          `Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, to credentials of account ${account}${hint}.`,
      );
    });
  if (caller.Account !== account)
    throw new UserError(
      `The credentials belong to account ${caller.Account}, but ${name} is account ${account} in regions/environments.ts. ` +
        "Use credentials of that account, or correct the file. Nothing was done.",
    );
}
