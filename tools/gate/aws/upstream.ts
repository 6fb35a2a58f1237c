import { Agent } from "node:https";
import { type Incoming, type Route, UnroutableCall, type Upstream } from "../upstream";
import { awsHost } from "./host";
import { type CredentialProvider, presignFor, signFor } from "./sign";

/**
 * AWS itself behind the gate. A call comes signed for the gate, with credentials that are none; it is sent on to the
 * service's own host, signed anew with those of an account, which no child process ever has.
 */
export function awsUpstream(
  credentials: CredentialProvider,
  agent: Agent = new Agent({ keepAlive: true, maxSockets: 64 }),
): Upstream {
  return {
    emulates: false,
    unsigned: { target: new URL("https://s3.us-east-1.amazonaws.com"), agent },
    needsBody: (_, { headers }) =>
      headers["x-amz-content-sha256"] === undefined &&
      (headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0),
    route: async (incoming): Promise<Route> => {
      if (!/^AWS4-HMAC-SHA256 /.test(incoming.headers.authorization ?? ""))
        throw new UnroutableCall(
          "the gate sends on calls that are signed in their header (AWS4-HMAC-SHA256), no others",
        );
      const host = hostOf(incoming);
      const target = new URL(`https://${host}`);
      const body = await presignedAnew(incoming, credentials);
      if (!body) return { target, agent, headers: await signFor(host, incoming, credentials) };
      const { "x-amz-content-sha256": _, ...others } = incoming.headers; // of the body as it came
      return { target, agent, headers: await signFor(host, { ...incoming, headers: others, body }, credentials), body };
    },
  };
}

/** Calls of S3's control plane have the account in their host. */
function hostOf({ called, url, headers }: Incoming): string {
  const account = headers["x-amz-account-id"];
  const host = awsHost(called);
  return called.service === "s3" && url.startsWith("/v20180820/") ? `${account}.s3-control.${host.slice(3)}` : host;
}

/** A form with a URL that the caller signed for another region's endpoint, as RDS wants it for a copy: signed anew. */
async function presignedAnew({ called, form }: Incoming, credentials: CredentialProvider): Promise<Buffer | undefined> {
  const given = form?.get("PreSignedUrl");
  if (!form || !given) return undefined;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const [, , region] = url?.searchParams.get("X-Amz-Credential")?.split("/") ?? [];
  if (!url || !region)
    throw new UnroutableCall(`PreSignedUrl of ${called.service} ${called.action} is not a signed URL`);
  const source = { service: called.service, region };
  const anew = new URLSearchParams(form);
  anew.set("PreSignedUrl", await presignFor(awsHost(source), url, source, credentials));
  return Buffer.from(anew.toString());
}
