import { messageOf } from "../../../terraform/failures";
import { CredentialsEnded } from "../upstream";
import type { CredentialProvider, Credentials } from "./sign";

/** Milliseconds that a provider may take: a program that asks somebody for a password never ends. */
const patience = 30_000;

/** What a person does whose credentials have ended. */
export const renewal =
  "The credentials of the account have ended. Renew them, for example with `aws sso login`; " +
  "then `./shop clean-up --aws` removes what a drill has made, and another drill can begin.";

/**
 * Gives an account's credentials. Where nobody gives new ones, those of the last time do while they last; then it throws
 * CredentialsEnded, at every call until somebody has renewed them.
 */
export function lend(credentials: CredentialProvider, milliseconds = patience): CredentialProvider {
  let last: Credentials | undefined;
  return async () => {
    try {
      last = await within(milliseconds, credentials());
      return last;
    } catch (error) {
      if (last?.expiration && last.expiration.getTime() > Date.now()) return last;
      throw new CredentialsEnded(`${renewal} (${messageOf(error)})`);
    }
  };
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`nobody gave them within ${milliseconds / 1000} s`)), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
