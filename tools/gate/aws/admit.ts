import type { RequestHead } from "../protocol";
import { Stranger } from "../upstream";

/** The gate is open to every program on this machine, but only to those that were given its key does it lend the account. */
export function admitKey({ headers: { authorization = "", host = "" } }: RequestHead, key: string): void {
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host))
    throw new Stranger(`the gate is called by its own address, not as ${host}`);
  if (!authorization.startsWith(`AWS4-HMAC-SHA256 Credential=${key}/`))
    throw new Stranger(
      "the gate sends on calls that are signed in their header (AWS4-HMAC-SHA256), with its own access key, no others",
    );
}
