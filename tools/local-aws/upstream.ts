import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { isIP } from "node:net";

/** The emulator behind the gate. */
export interface Upstream {
  readonly url: URL;
  /** The authorities that an https emulator is checked against, instead of the well-known ones. */
  readonly ca?: string;
}

/** The connections to an emulator. */
export function agentFor({ url, ca }: Upstream): HttpAgent {
  const options = { keepAlive: true, maxSockets: 64 };
  if (url.protocol === "http:") return new HttpAgent(options);
  // Otherwise node checks the certificate against the Host header, which is the gate's.
  const servername = isIP(hostOf(url)) ? "" : hostOf(url);
  return new HttpsAgent({ ...options, servername, ...(ca !== undefined && { ca }) });
}

/** The name or address of a URL's host, without the brackets of IPv6. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, "");
}
