import {
  GetObjectCommand,
  HeadBucketCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import type { Found, Settings } from "../../../dr/drill";
import { useGate } from "../../../dr/use-gate";
import { expectOwner } from "../../../terraform/states/expected-owner";
import { callersS3 } from "../../../tools/bootstrap/callers-s3";
import type { GatedAws } from "../../../tools/gate/gated-aws";

const credentials = { accessKeyId: "key", secretAccessKey: "secret" };

const account = "111122223333";
const environment = {
  AWS_ACCESS_KEY_ID: "key",
  AWS_SECRET_ACCESS_KEY: "secret",
  AWS_ENDPOINT_URL: "http://127.0.0.1:1",
};

/** S3 of a drill, or of one who cleans up, which works there. */
function ofDrill(kind: "account" | "own"): S3Client {
  const settings = { where: { kind }, environment: { account } } as unknown as Settings;
  const found: Partial<Found> = {};
  const gate = { environment, ended: new Promise<string>(() => {}) } as unknown as GatedAws;
  useGate({ settings, found, gone: new AbortController() }, gate);
  if (!found.aws) throw new Error("The drill has no clients.");
  return found.aws("eu-west-1").s3;
}

/** The owner that a call of this client says, which gets no further. */
async function saidOwner(s3: S3Client, command: object): Promise<string | undefined> {
  let headers: Record<string, string> = {};
  s3.middlewareStack.add(
    () => async (args) => {
      headers = (args.request as { headers: Record<string, string> }).headers;
      throw new Error("no network here");
    },
    { step: "finalizeRequest", priority: "low" },
  );
  await expect((s3.send as (one: unknown) => Promise<unknown>).call(s3, command)).rejects.toThrow("no network here");
  return headers["x-amz-expected-bucket-owner"];
}

it.each([
  new HeadBucketCommand({ Bucket: "b" }),
  new ListObjectsV2Command({ Bucket: "b" }),
  new GetObjectCommand({ Bucket: "b", Key: "k" }),
  new PutObjectCommand({ Bucket: "b", Key: "k", Body: "{}" }),
])("says whose the bucket must be", async (command) => {
  const s3 = expectOwner(new S3Client({ region: "eu-west-1", credentials }), account);
  expect(await saidOwner(s3, command)).toBe(account);
});

it("is what a drill in an account, and the commands that read and make states, work with", async () => {
  const command = new HeadBucketCommand({ Bucket: "b" });
  expect(await saidOwner(ofDrill("account"), command)).toBe(account);
  expect(await saidOwner(ofDrill("own"), command)).toBeUndefined();
  process.env.AWS_ACCESS_KEY_ID = process.env.AWS_SECRET_ACCESS_KEY = "key";
  expect(await saidOwner(callersS3(account)("eu-west-1"), command)).toBe(account);
});
