import { S3Client } from "@aws-sdk/client-s3";
import { expectOwner } from "../../terraform/states/expected-owner";

/** The caller's S3 by region, which refuses buckets that are not of this account. */
export function callersS3(account: string): (region: string) => S3Client {
  const forcePathStyle = process.env.AWS_ENDPOINT_URL !== undefined;
  return onceEach((region) => expectOwner(new S3Client({ region, forcePathStyle }), account));
}

/** Makes what is asked for the first time that it is. */
export function onceEach<T>(make: (region: string) => T): (region: string) => T {
  const made = new Map<string, T>();
  return (region) => {
    const known = made.get(region) ?? make(region);
    made.set(region, known);
    return known;
  };
}
