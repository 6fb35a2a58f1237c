import { readFileSync } from "node:fs";
import { request as http } from "node:http";
import { request as https } from "node:https";
import { isIPv4 } from "node:net";
import { UserError } from "../../modules/core/user-error";
import { agentFor, type Endpoint, hostOf } from "./emulator";

/** Reads the endpoint of another local AWS; one that is not on loopback is refused. */
export function parseEndpoint(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== "http:" && url?.protocol !== "https:")
    throw new UserError(`--endpoint: "${text}" is not an http or https URL. Use e.g. "http://127.0.0.1:4566".`);
  if (!isLoopback(hostOf(url)))
    throw new UserError(
      `--endpoint: "${text}" is not on this machine: only loopback (127.0.0.0/8, ::1, localhost) is allowed, ` +
        `so that no real account is touched. Use e.g. "${url.protocol}//127.0.0.1:4566".`,
    );
  if (url.username || url.password || url.pathname !== "/" || url.search || url.hash)
    throw new UserError(
      `--endpoint: "${text}" holds more than protocol, host and port, which no signature would match. Use "${url.origin}".`,
    );
  return url;
}

/** The local AWS at an endpoint, with the authorities of AWS_CA_BUNDLE where it speaks https. */
export function endpointAt(text: string): Endpoint {
  const url = parseEndpoint(text);
  const bundle = process.env.AWS_CA_BUNDLE;
  return { url, ca: url.protocol === "https:" && bundle ? readBundle(bundle) : undefined };
}

/** Fails unless something answers HTTP at the endpoint, within a few seconds. */
export function checkAnswers(endpoint: Endpoint, signal?: AbortSignal, timeoutMs = 5_000): Promise<void> {
  const request = endpoint.url.protocol === "https:" ? https : http;
  return new Promise((resolve, reject) => {
    const fail = (why: string) =>
      reject(
        new UserError(
          `--endpoint: ${endpoint.url.origin} does not answer (${why}). Start it, or leave --endpoint out.`,
        ),
      );
    const probe = request(endpoint.url, { agent: agentFor(endpoint), ...(signal ? { signal } : {}) }, (answer) => {
      answer.destroy();
      resolve();
    });
    // Not AbortSignal.any() with a timeout, which may be collected as garbage before its time.
    const timer = setTimeout(() => probe.destroy(new Error(`nothing within ${timeoutMs / 1000} s`)), timeoutMs);
    probe.on("error", (error) => (signal?.aborted ? reject(signal.reason) : fail(reason(error))));
    probe.on("close", () => clearTimeout(timer));
    probe.end();
  });
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIPv4(host) && host.startsWith("127."));
}

function readBundle(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new UserError(`AWS_CA_BUNDLE: "${path}" cannot be read (${error}). Set it to a file of certificates (PEM).`);
  }
}

function reason(error: Error): string {
  const certificate = "code" in error && /CERT|SIGNED|ISSUER/.test(String(error.code));
  return certificate ? `${error.message}; AWS_CA_BUNDLE must name the certificate of its authority` : error.message;
}
