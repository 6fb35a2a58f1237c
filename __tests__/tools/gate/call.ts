import { type IncomingHttpHeaders, request } from "node:http";
import { text } from "node:stream/consumers";

/** A raw call, signed (for who does not check) for a service in a region: fetch and the SDK would choose the Host themselves. */
export async function call(
  endpoint: string,
  scope: `${string}/${string}`,
  { path = "/", method = "POST", headers = {}, body = "" }: CallOptions = {},
): Promise<{ status?: number; headers: IncomingHttpHeaders; body: string }> {
  const authorization = `AWS4-HMAC-SHA256 Credential=testing/20261123/${scope}/aws4_request, SignedHeaders=host, Signature=0a`;
  return new Promise((resolve, reject) => {
    const sent = request(new URL(endpoint), { path, method, headers: { authorization, ...headers } }, (answer) => {
      text(answer).then((body) => resolve({ status: answer.statusCode, headers: answer.headers, body }), reject);
    });
    sent.on("error", reject).end(body);
  });
}

interface CallOptions {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}
