import { Agent } from "node:https";
import { type Incoming, type Route, UnroutableCall, type Upstream } from "../upstream";
import { servedAt } from "./host";
import { type CredentialProvider, presignFor, signFor } from "./sign";

/**
 * AWS itself behind the gate. A call comes signed for the gate, with an access key that opens nothing but the gate; it is
 * sent on to the service's own host, signed anew with the credentials of an account, which no child process is given.
 */
export function awsUpstream(
  credentials: CredentialProvider,
  accessKeyId: string,
  agent: Agent = new Agent({ keepAlive: true, maxSockets: 64 }),
): Upstream {
  return {
    emulates: false,
    unsigned: { target: new URL("https://s3.us-east-1.amazonaws.com"), agent },
    needsBody: (_, { headers }) =>
      headers["x-amz-content-sha256"] === undefined &&
      (headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0),
    route: async (incoming): Promise<Route> => {
      refuseStrangers(incoming, accessKeyId);
      const served = servedAt(incoming.called);
      const target = new URL(`https://${served.host}`);
      const body = await presignedAnew(incoming, credentials);
      if (!body) return { target, agent, headers: await signFor(served, incoming, credentials) };
      const { "x-amz-content-sha256": _, ...others } = incoming.headers; // of the body as it came
      return {
        target,
        agent,
        headers: await signFor(served, { ...incoming, headers: others, body }, credentials),
        body,
      };
    },
  };
}

/** The gate is open to every program on this machine, but only to those that were given its key does it lend the account. */
function refuseStrangers({ called, url, headers: { authorization = "", host = "" } }: Incoming, key: string): void {
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host))
    throw new UnroutableCall(`the gate is called by its own address, not as ${host}`);
  if (!authorization.startsWith(`AWS4-HMAC-SHA256 Credential=${key}/`))
    throw new UnroutableCall(
      "the gate sends on calls that are signed in their header (AWS4-HMAC-SHA256), with its own access key, no others",
    );
  if (called.service === "sts" && called.action !== "GetCallerIdentity")
    throw new UnroutableCall(`sts ${called.action} would give credentials away`);
  if (called.service === "s3" && url.startsWith("/v20180820/"))
    throw new UnroutableCall("the gate does not know S3's control plane, which the platform does not use");
}

/** A form with a URL that the caller signed for another region's endpoint, as RDS wants it for a copy: signed anew. */
async function presignedAnew({ called, form }: Incoming, credentials: CredentialProvider): Promise<Buffer | undefined> {
  const given = form?.get("PreSignedUrl");
  if (!form || !given) return undefined;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const [, , region] = url?.searchParams.get("X-Amz-Credential")?.split("/") ?? [];
  if (!url || !region)
    throw new UnroutableCall(`PreSignedUrl of ${called.service} ${called.action} is not a signed URL`);
  const anew = new URLSearchParams(form);
  anew.set(
    "PreSignedUrl",
    await presignFor(servedAt({ service: called.service, region }), url, { service: called.service, credentials }),
  );
  return Buffer.from(anew.toString());
}
