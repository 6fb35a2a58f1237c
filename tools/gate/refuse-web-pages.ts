import type { RequestHead } from "./protocol";
import { Stranger } from "./upstream";

/** Loopback, and the names of AWS, which nobody else can let lead here. */
const own = /^((.+\.)?localhost|127(\.\d{1,3}){3}|\[::1\]|(.+\.)?amazonaws\.com(\.cn)?)(:\d+)?$/i;

/**
 * Refuses what a web page sends: every browser on this machine reaches the gate. A page says where it comes from, or, where
 * it calls a name of its own that leads to loopback, it says that name.
 */
export function refuseWebPages({ headers }: RequestHead): void {
  const { host = "", origin, "sec-fetch-site": site = "none" } = headers;
  if (!own.test(host)) throw new Stranger(`the gate is called by its own address or AWS's, not as ${host}`);
  if (origin !== undefined || site !== "none")
    throw new Stranger(`the gate takes no calls of web pages (${origin ?? site})`);
}
