import { Agent } from "node:https";
import { refuseWebPages } from "../refuse-web-pages";
import { type Incoming, type Route, UnroutableCall, type Upstream } from "../upstream";
import { admitKey } from "./admit";
import { servedAt } from "./host";
import { lend, renewal } from "./lend";
import { refuseUnclear } from "./refuse-unclear";
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
  const lent = lend(credentials);
  return {
    emulates: false,
    patience: { answer: 60_000, drain: 30_000 },
    renewal,
    admit: (head) => {
      refuseWebPages(head);
      admitKey(head, accessKeyId);
    },
    unsigned: { target: new URL("https://s3.us-east-1.amazonaws.com"), agent },
    needsBody: (_, { headers }) =>
      headers["x-amz-content-sha256"] === undefined &&
      (headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0),
    route: async (incoming): Promise<Route> => {
      refuseUnclear(incoming);
      const served = servedAt(incoming.called);
      const target = new URL(`https://${served.host}`);
      const body = await presignedAnew(incoming, lent);
      if (!body) return { target, agent, headers: await signFor(served, incoming, lent) };
      const { "x-amz-content-sha256": _, ...others } = incoming.headers; // of the body as it came
      return {
        target,
        agent,
        headers: await signFor(served, { ...incoming, headers: others, body }, lent),
        body,
      };
    },
  };
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
