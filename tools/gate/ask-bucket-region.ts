import { request as http } from "node:http";
import { request as https } from "node:https";
import type { Route } from "./upstream";

/** Asks S3 where a bucket lies. The answer says so even to callers who may not read the bucket. */
export function bucketRegionAsker({ target, agent }: Route): (bucket: string) => Promise<string | undefined> {
  const request = target.protocol === "https:" ? https : http;
  return (bucket) =>
    new Promise((resolve) => {
      const url = new URL(`/${encodeURIComponent(bucket)}`, target);
      request(url, { method: "HEAD", agent, timeout: 5_000 }, (answer) => {
        const region = answer.headers["x-amz-bucket-region"];
        answer.resume();
        resolve(typeof region === "string" ? region : undefined);
      })
        .on("error", () => resolve(undefined))
        .end();
    });
}
