import type { IncomingHttpHeaders } from "node:http";
import { type TerraformCommand, terraformCommandOf } from "../../terraform/user-agent";
import { keptParameters } from "./kept-parameters";

/** The forms in which AWS services take calls and answer errors. */
export type Protocol = "json" | "query" | "ec2" | "rest-xml" | "s3" | "rest-json";

/** The head of a request as it reached the gate; `form` is its body when that is form-encoded. */
export interface RequestHead {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly form?: URLSearchParams;
}

/** What a request asks for: read from its signature, headers, path and form, never from other bodies. */
export interface Called {
  /** The region that the call is signed for; a call without signature has none. */
  readonly region?: string;
  readonly service: string;
  readonly action: string;
  readonly protocol: Protocol;
  /** The bucket of an S3 call. */
  readonly bucket?: string;
  /** The few parameters that the log keeps: what a database is made from, and which role is concerned. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** The command of Terraform's that makes it, where one does that we run. */
  readonly by?: TerraformCommand;
}

const scope = /Credential=[^/,\s]+\/\d{8}\/([^/,\s]+)\/([^/,\s]+)\/aws4_request/;
const wrappedXml = new Set(["cloudfront", "route53", "s3-outposts"]);
const s3Control = "/v20180820/";

/** Reads what a request calls. */
export function called(head: RequestHead): Called {
  const { pathname, searchParams } = new URL(`http://gate${head.url.startsWith("/") ? head.url : "/"}`);
  const [, region, service = "unsigned"] =
    scope.exec(head.headers.authorization || `Credential=${searchParams.get("X-Amz-Credential") ?? ""}`) ?? [];
  const bucket =
    isS3(service) && !pathname.startsWith(s3Control) ? bucketOf(head.headers.host ?? "", pathname) : undefined;
  const action = actionOf(head, pathname, searchParams);
  return {
    region,
    service,
    action,
    protocol: protocolOf(head, service, pathname),
    bucket,
    parameters: keptParameters(service, action, head.form),
    by: terraformCommandOf(head.headers["user-agent"]),
  };
}

function isS3(service: string): boolean {
  return service === "s3" || service === "unsigned";
}

function protocolOf({ headers, form }: RequestHead, service: string, path: string): Protocol {
  if (headers["x-amz-target"] !== undefined || /amz-json/.test(headers["content-type"] ?? "")) return "json";
  if (form) return service === "ec2" ? "ec2" : "query";
  if (wrappedXml.has(service) || path.startsWith(s3Control)) return "rest-xml";
  return isS3(service) ? "s3" : "rest-json";
}

function actionOf({ method, headers, form }: RequestHead, path: string, query: URLSearchParams): string {
  const target = headers["x-amz-target"];
  if (typeof target === "string") return target.slice(target.lastIndexOf(".") + 1);
  const named = form?.get("Action") ?? query.get("Action") ?? query.get("x-id");
  if (named) return named;
  const subresource = [...query.keys()].filter((key) => !key.startsWith("X-Amz-")).join("&");
  return `${method} ${path}${subresource && `?${subresource}`}`;
}

/** The bucket in a path (`/bucket/key`) or in a host (`bucket.s3.eu-west-1.amazonaws.com`, `bucket.localhost`). */
function bucketOf(host: string, path: string): string | undefined {
  const name = host.replace(/:\d+$/, "");
  const inHost = /^(.+?)\.s3[.-]/.exec(name)?.[1] ?? /^(.+)\.localhost$/.exec(name)?.[1];
  const inPath = decode(path.split("/")[1] ?? "");
  return (inHost !== undefined && inHost !== "s3" ? inHost : inPath) || undefined;
}

/** Decodes a part of a URL; one that is not well-formed stays as it is. */
export function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
