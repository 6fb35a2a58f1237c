import type { Called, RequestHead } from "./protocol";

/**
 * How a call that is signed for another region names a resource or an endpoint of this one; undefined if it does not.
 *
 * An ARN counts where a call hands over the ARN itself: in the path, the query, or as a whole value of a form or JSON
 * body. Tags and texts (policies, templates) only talk about it.
 */
export function namesRegion(region: string, called: Called, head: RequestHead, json?: string): string | undefined {
  const host = head.headers.host ?? "";
  if (labels(host).includes(region)) return `endpoint ${host}`;
  const arn = new RegExp(`^arn:aws[a-z-]*:[a-z0-9-]+:${region}:\\S*$`);
  for (const [key, value] of values(called, head, json)) {
    if (/tag/i.test(key)) continue;
    if (arn.test(value)) return `${key} is ${value}`;
    if (/^source_?region$/i.test(key) && value === region) return `${key} is ${region}`;
    if (/^presignedurl$/i.test(key) && URL.canParse(value) && labels(new URL(value).host).includes(region))
      return `${key} is at ${new URL(value).host}`;
  }
  return undefined;
}

function labels(host: string): string[] {
  return host.toLowerCase().replace(/:\d+$/, "").split(".");
}

function* values(called: Called, head: RequestHead, json?: string): Generator<readonly [string, string]> {
  const { pathname, searchParams } = new URL(`http://gate${head.url}`);
  // The rest of an S3 path is an object's key: free text.
  const segments = called.bucket === undefined ? pathname.split("/") : [called.bucket];
  for (const segment of segments) yield ["path", decodeURIComponent(segment)];
  // An ARN with slashes may stand in a path unencoded.
  const at = called.bucket === undefined ? pathname.indexOf("/arn:") : -1;
  if (at >= 0) yield ["path", pathname.slice(at + 1)];
  yield* searchParams;
  if (head.form) yield* head.form;
  if (json !== undefined) yield* strings("", parse(json));
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function* strings(key: string, value: unknown): Generator<readonly [string, string]> {
  if (typeof value === "string") yield [key, value];
  else if (Array.isArray(value)) for (const item of value) yield* strings(key, item);
  else if (typeof value === "object" && value !== null)
    for (const [name, item] of Object.entries(value)) if (!/tag/i.test(name)) yield* strings(name, item);
}
