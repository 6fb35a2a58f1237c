import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import type { CredentialProvider, Credentials } from "./sign";

/** Says which account credentials are of. */
export type Whose = (credentials: Credentials) => Promise<string | undefined>;

/**
 * Gives credentials of one account only: where new ones are of another, because a profile was changed meanwhile for
 * example, none. Each are asked about once.
 */
export function ofAccount(credentials: CredentialProvider, account: string, whose: Whose = askSts): CredentialProvider {
  let known: string | undefined;
  return async () => {
    const given = await credentials();
    if (given.accessKeyId === known) return given;
    const theirs = await whose(given);
    if (theirs !== account) throw new Error(`the credentials are of account ${theirs}, and not of ${account}`);
    known = given.accessKeyId;
    return given;
  };
}

const askSts: Whose = async (credentials) =>
  (await new STSClient({ region: "us-east-1", credentials }).send(new GetCallerIdentityCommand({}))).Account;
