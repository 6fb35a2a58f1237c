import { request as http } from "node:http";
import { request as https } from "node:https";
import type { Route } from "./upstream";

/**
 * Asks S3 where a bucket lies. The answer says so even to callers who may not read the bucket; undefined is no bucket.
 * Rejects where S3 does not answer within five seconds: then nobody knows.
 */
export function bucketRegionAsker({ target, agent }: Route): (bucket: string) => Promise<string | undefined> {
  const request = target.protocol === "https:" ? https : http;
  return (bucket) =>
    new Promise((resolve, reject) => {
      const url = new URL(`/${encodeURIComponent(bucket)}`, target);
      const asked = request(url, { method: "HEAD", agent, timeout: 5_000 }, (answer) => {
        const region = answer.headers["x-amz-bucket-region"];
        answer.resume();
        resolve(typeof region === "string" ? region : undefined);
      });
      asked.on("timeout", () => asked.destroy(new Error("no answer within 5 s"))).on("error", reject);
      asked.end();
    });
}
