import { CreateTableCommand, DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import type { GatedAws } from "../../tools/gate/gated-aws";
import { type StateStore, statusOf } from "../../tools/status/root-status";
import { emptyLocalAws } from "../support/local-aws";

const region = "eu-west-1";
const bucket = "shop-state-111122223333-eu-west-1";
const table = "shop-state-lock";
const lock = { ID: "1", Operation: "OperationTypeApply", Who: "ada@laptop", Created: "2026-11-28T03:00:00.123Z" };

let aws: GatedAws;
let store: StateStore;

beforeAll(async () => {
  aws = await emptyLocalAws("111122223333");
  const credentials = { accessKeyId: "testing", secretAccessKey: "testing" };
  const config = { endpoint: aws.endpoint, credentials, region, maxAttempts: 1 };
  const [s3, dynamodb] = [new S3Client({ ...config, forcePathStyle: true }), new DynamoDBClient(config)];
  store = { s3: () => s3, dynamodb: () => dynamodb };
  await s3.send(new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration: { LocationConstraint: region } }));
  await dynamodb.send(
    new CreateTableCommand({
      TableName: table,
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: [{ AttributeName: "LockID", KeyType: "HASH" }],
      AttributeDefinitions: [{ AttributeName: "LockID", AttributeType: "S" }],
    }),
  );
  const vpc = {
    mode: "managed",
    type: "aws_vpc",
    name: "vpc",
    module: "module.network",
    instances: [{ attributes: {} }],
  };
  const zones = { mode: "data", type: "aws_region", name: "region", instances: [{ attributes: {} }] };
  const put = (key: string, body: string) => s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body }));
  await put(keyOf("network"), JSON.stringify({ version: 4, serial: 7, resources: [vpc, zones] }));
  await put(keyOf("web"), JSON.stringify({ version: 4, serial: 9, resources: [] }));
  await put(keyOf("api"), "no state at all");
  await put(`${keyOf("logs")}.tflock`, JSON.stringify(lock));
  const held = { LockID: { S: `${bucket}/${keyOf("network")}` }, Info: { S: JSON.stringify(lock) } };
  await dynamodb.send(new PutItemCommand({ TableName: table, Item: held }));
});
afterAll(() => aws.stop());

const keyOf = (tier: string): string => `dev/${region}/${tier}.tfstate`;
const status = (tier: string, other: object = {}) =>
  statusOf(
    { id: `dev-${region}-${tier}`, backend: { bucket, key: keyOf(tier), region, dynamodb_table: table, ...other } },
    store,
  );
const held = { who: "ada@laptop", operation: "OperationTypeApply", since: "2026-11-28T03:00:00.123Z" };

it("says how much a state manages, how often and when it was written, and who holds its lock since when", async () => {
  const { writtenAt, ...found } = await status("network");
  expect(found).toEqual({
    ...{ id: "dev-eu-west-1-network", region, tier: "network", is: "deployed", reason: null },
    ...{ resources: 1, serial: 7, lock: held, lockReason: null, commit: null },
  });
  expect(Math.abs(Date.parse(writtenAt ?? "") - Date.now())).toBeLessThan(600_000);
});

it("finds a lock beside the state, too, before there is a state", async () => {
  expect(await status("logs")).toMatchObject({ is: "not deployed", lock: held });
});

it("takes no lock for one that lies beside a copied state, where only the table locks", async () => {
  expect(await status("logs", { use_lockfile: false })).toMatchObject({ is: "not deployed", lock: null });
});

it.each([
  ["without a state", "database", {}, `there is no s3://${bucket}/${keyOf("database")}`],
  ["with an empty state", "web", {}, "its state is empty"],
  ["without a bucket", "web", { bucket: "not-there" }, "there is no bucket not-there"],
])("calls a root %s not deployed", async (_, tier, other, reason) => {
  expect(await status(tier, other)).toMatchObject({ is: "not deployed", reason, lock: null, lockReason: null });
});

it("calls unknown what is not a state, and a lock in a table that is not there none", async () => {
  const reason = `s3://${bucket}/${keyOf("api")} cannot be read: s3://${bucket}/${keyOf("api")} is not a Terraform state`;
  expect(await status("api", { dynamodb_table: "not-there" })).toMatchObject({
    is: "unknown",
    reason,
    lockReason: null,
  });
});

it("calls state and lock unknown, with the reason, where the region does not answer", async () => {
  await aws.switchOff(region);
  const found = await status("network");
  aws.switchOn(region);
  expect(found).toMatchObject({ is: "unknown", resources: null, lock: null });
  for (const reason of [found.reason, found.lockReason]) expect(reason).toMatch(/503|unavailable|ServiceUnavailable/i);
});
