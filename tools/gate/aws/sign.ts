import { Sha256 } from "@aws-crypto/sha256-js";
import { SignatureV4 } from "@smithy/signature-v4";
import { decode } from "../protocol";
import { type Incoming, UnroutableCall } from "../upstream";
import type { Served } from "./host";

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}
/** Gives credentials that are valid now; asked for each call. */
export type CredentialProvider = () => Promise<Credentials>;

/** What the signature covers beside the host. AWS wants these; the rest may change on the way. */
const signed = /^(content-type|content-md5|x-amz-.*)$/;

/** What the caller's own signature consists of. */
const ofTheOldSignature = new Set(["authorization", "x-amz-date", "x-amz-security-token", "expect", "connection"]);

/** Signs a call for where it is served, whoever signed it before. Gives all of its headers, in lower case. */
export async function signFor(
  { host, region }: Served,
  { called: { service }, method, url, headers: given, body }: Incoming,
  credentials: CredentialProvider,
): Promise<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(given))
    if (value !== undefined && !ofTheOldSignature.has(name)) headers[name] = String(value);
  headers.host = host;
  if (body) {
    delete headers["transfer-encoding"];
    headers["content-length"] = String(body.length);
  }
  if (headers["x-amz-content-sha256"]?.startsWith("STREAMING-AWS4"))
    throw new UnroutableCall("the gate signs no bodies whose parts are signed one by one: send the body as a whole");

  const [path = "/", query = ""] = url.split(/\?(.*)/s);
  const { headers: more } = await signer(service, region, credentials).sign({
    method,
    protocol: "https:",
    hostname: host,
    path,
    query: queryOf(query),
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => name === "host" || signed.test(name))),
    ...(body && { body }),
  });
  return { ...headers, ...more };
}

/** Signs a URL for where it is served, for an hour, whoever signed it before. */
export async function presignFor(
  { host, region }: Served,
  url: URL,
  { service, credentials }: { readonly service: string; readonly credentials: CredentialProvider },
): Promise<string> {
  const kept = queryOf(url.search.slice(1));
  for (const name of Object.keys(kept)) if (/^x-amz-/i.test(name)) delete kept[name];
  const { query = {} } = await signer(service, region, credentials).presign(
    { method: "GET", protocol: "https:", hostname: host, path: "/", query: kept, headers: { host } },
    { expiresIn: 3600 },
  );
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value ?? ""].flat().map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(one)}`),
  );
  return `https://${host}/?${pairs.join("&")}`;
}

const signer = (service: string, region: string, credentials: CredentialProvider): SignatureV4 =>
  new SignatureV4({
    service,
    region,
    credentials,
    sha256: Sha256,
    // S3 takes a path as it is sent, all others encode it once more.
    uriEscapePath: service !== "s3",
    applyChecksum: service === "s3",
  });

function queryOf(search: string): Record<string, string[]> {
  const query: Record<string, string[]> = {};
  for (const pair of search.split("&").filter(Boolean)) {
    const [name = "", value = ""] = pair.split(/=(.*)/s).map(decode);
    query[name] = [...(query[name] ?? []), value];
  }
  return query;
}
