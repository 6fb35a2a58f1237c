import {
  GetObjectCommand,
  HeadBucketCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { expectOwner } from "../../../terraform/states/expected-owner";

const credentials = { accessKeyId: "key", secretAccessKey: "secret" };

it.each([
  new HeadBucketCommand({ Bucket: "b" }),
  new ListObjectsV2Command({ Bucket: "b" }),
  new GetObjectCommand({ Bucket: "b", Key: "k" }),
  new PutObjectCommand({ Bucket: "b", Key: "k", Body: "{}" }),
])("says whose the bucket must be", async (command) => {
  const s3 = expectOwner(new S3Client({ region: "eu-west-1", credentials }), "111122223333");
  let headers: Record<string, string> = {};
  s3.middlewareStack.add(
    () => async (args) => {
      headers = (args.request as { headers: Record<string, string> }).headers;
      throw new Error("no network here");
    },
    { step: "finalizeRequest", priority: "low" },
  );
  await expect((s3.send as (one: unknown) => Promise<unknown>).call(s3, command)).rejects.toThrow("no network here");
  expect(headers["x-amz-expected-bucket-owner"]).toBe("111122223333");
});
