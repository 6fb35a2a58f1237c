import type { RequestHead } from "./protocol";
import type { RequestValue } from "./request-values";

/** How a request goes to an endpoint of a region; undefined if it does not. */
export function namesEndpoint(region: string, { headers: { host = "" } }: RequestHead): string | undefined {
  return isEndpointOf(region, host) ? `endpoint ${host}` : undefined;
}

/** Parameters that name the region at the other end of a copy, a peering or a replication. */
const partnerRegion = /(^|\.)(source|destination|peer|replica)_?region$/i;

/** How a value of a request hands over a resource of a region: an ARN, a bucket, a source region, a presigned URL. */
export function namesResource(
  region: string,
  { key, value }: RequestValue,
  isBucketOf: (name: string) => boolean,
): string | undefined {
  if (value.startsWith("arn:") && value.split(":")[3] === region) return `${key} is ${value}`;
  const bucket = value.replace(/^arn:aws[a-z-]*:s3:::/, "").replace(/\/.*$/s, "");
  if (isBucketOf(bucket)) return `${key} names bucket ${bucket}`;
  if (partnerRegion.test(key) && value === region) return `${key} is ${region}`;
  if (/^presignedurl$/i.test(key) && URL.canParse(value)) return namesInUrl(region, key, new URL(value));
  return undefined;
}

/** A caller that uses AWS through the gate signs for the gate's host: then the scope of the signature tells. */
function namesInUrl(region: string, key: string, { host, searchParams }: URL): string | undefined {
  if (isEndpointOf(region, host)) return `${key} is at ${host}`;
  return searchParams.get("X-Amz-Credential")?.split("/")[2] === region ? `${key} is signed for ${region}` : undefined;
}

function isEndpointOf(region: string, host: string): boolean {
  return host.toLowerCase().replace(/:\d+$/, "").split(".").includes(region);
}
