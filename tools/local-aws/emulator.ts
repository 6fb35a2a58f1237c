import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { isIP } from "node:net";
import { refuseWebPages } from "../gate/refuse-web-pages";
import type { Upstream } from "../gate/upstream";

/** Where an emulator listens. */
export interface Endpoint {
  readonly url: URL;
  /** The authorities that an https emulator is checked against, instead of the well-known ones. */
  readonly ca?: string;
}

/** An emulator behind the gate: it takes every call as it is, so that its signature stays valid. */
export function emulator(endpoint: Endpoint): Upstream {
  const route = { target: endpoint.url, agent: agentFor(endpoint) };
  return {
    emulates: true,
    patience: { answer: 300_000, drain: 30_000 }, // some start a container before they answer
    unsigned: route,
    admit: refuseWebPages,
    needsBody: () => false,
    route: async () => route,
  };
}

/** The connections to an emulator. */
export function agentFor({ url, ca }: Endpoint): HttpAgent {
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
