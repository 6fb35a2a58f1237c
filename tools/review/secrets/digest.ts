import { createHmac, randomBytes } from "node:crypto";
import { UserError } from "../../../modules/core/user-error";

/** Where a secret is: its digest tells only what else stood, or will stand, in the same place. */
export interface Place {
  readonly root: string;
  readonly address: string;
  /** The type of the resource; empty where it is none. */
  readonly type: string;
  /** Names from the outermost; a member of a list is "*". */
  readonly path: readonly string[];
}

/** Makes digests of secrets. */
export interface Digests {
  /** Tells whether two values of a place are the same, and nothing else of them. */
  of(place: Place, value: unknown): string;
  /** Names the key, so that digests of two reviews can be compared; undefined where the key dies with the review. */
  readonly keyId?: string;
}

const leastLength = 32;

/**
 * Digests by HMAC, so that nobody who lacks the key can find a short secret by trying (docs/decisions).
 *
 * @param key a text that is secret itself, for digests that a later review can compare; without it, a random one
 * @throws UserError where the key is so short that it could be found by trying
 */
export function digests(key?: string): Digests {
  if (key !== undefined && key.length < leastLength)
    throw new UserError(
      `REVIEW_DIGEST_KEY: it has ${key.length} characters, and needs at least ${leastLength}, so that nobody finds it by trying. Make one with: openssl rand -base64 32`,
    );
  const with_ = (text: string): string => createHmac("sha256", secret).update(text).digest("hex");
  const secret = key ?? randomBytes(32);
  return {
    of: ({ root, address, path }, value) =>
      `hidden:${with_(JSON.stringify(["value", root, address, path, value])).slice(0, 12)}`,
    ...(key !== undefined && { keyId: with_(JSON.stringify(["key"])).slice(0, 12) }),
  };
}
