import { request as http } from "node:http";
import { request as https } from "node:https";
import { agentFor, type Upstream } from "./upstream";

/** Asks an emulator where a bucket lies. As on AWS, the answer says so even to callers who may not read the bucket. */
export function bucketRegionAsker(upstream: Upstream): (bucket: string) => Promise<string | undefined> {
  const request = upstream.url.protocol === "https:" ? https : http;
  const agent = agentFor(upstream);
  return (bucket) =>
    new Promise((resolve) => {
      const url = new URL(`/${encodeURIComponent(bucket)}`, upstream.url);
      request(url, { method: "HEAD", agent, timeout: 5_000 }, (answer) => {
        const region = answer.headers["x-amz-bucket-region"];
        answer.resume();
        resolve(typeof region === "string" ? region : undefined);
      })
        .on("error", () => resolve(undefined))
        .end();
    });
}
