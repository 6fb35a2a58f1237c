import { isForm } from "../read-body";
import { type Incoming, UnroutableCall } from "../upstream";

/**
 * Refuses a call that the gate might read otherwise than the service does: one that says more than once what it asks for.
 * Of STS, which gives credentials away, nothing passes but the one form that asks who the caller is.
 */
export function refuseUnclear(incoming: Incoming): void {
  const { called, url, form, headers } = incoming;
  const target = headers["x-amz-target"];
  const named = [...(form?.getAll("Action") ?? []), ...new URL(`http://gate${url}`).searchParams.getAll("Action")];
  if (called.service === "sts" && !asksWhoCalls(incoming))
    throw new UnroutableCall(
      `sts ${named[0] ?? called.action} would give credentials away: only GetCallerIdentity passes`,
    );
  if (named.length + (target === undefined ? 0 : 1) > 1)
    throw new UnroutableCall(`the call says more than once what it asks for: ${[target, ...named].join(", ")}`);
  if (called.service === "s3" && url.startsWith("/v20180820/"))
    throw new UnroutableCall("the gate does not know S3's control plane, which the platform does not use");
}

/** Whether a call is GetCallerIdentity in the one way in which every SDK sends it, with nothing beside. */
function asksWhoCalls({ method, url, headers, form }: Incoming): boolean {
  const pairs = [...(form ?? [])].map((pair) => pair.join("=")).sort();
  return (
    method === "POST" &&
    url === "/" &&
    isForm(headers["content-type"]) &&
    headers["x-amz-target"] === undefined &&
    pairs.join("&") === "Action=GetCallerIdentity&Version=2011-06-15"
  );
}
