import { CreateTableCommand, DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { Lease, type Pace } from "../../../dr/account/lease";
import type { LeaseHeld } from "../../../dr/account/lease-item";
import { leaseTableName } from "../../../modules/state/contract";
import type { GatedAws } from "../../../tools/gate/gated-aws";
import { faultProxy } from "../../support/fault-proxy";
import { emptyLocalAws } from "../../support/local-aws";
import { until } from "../../support/until";

/** Minutes become half seconds, and calls have time on a busy machine. */
const pace: Pace = { renewedEvery: 500, staleAfter: 4_000, callTimeout: 1_500, lookEvery: 200 };
const name = "dev-drill";
const real = { now: Date.now };

let aws: GatedAws;
let proxy: Awaited<ReturnType<typeof faultProxy>>;
const given: Lease[] = [];

beforeAll(async () => {
  aws = await emptyLocalAws();
  proxy = await faultProxy(aws.endpoint);
  await client(aws.endpoint).send(
    new CreateTableCommand({
      TableName: leaseTableName,
      AttributeDefinitions: [{ AttributeName: "LockID", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "LockID", KeyType: "HASH" }],
      BillingMode: "PAY_PER_REQUEST",
    }),
  );
});
afterEach(async () => {
  proxy.network.fault = "none";
  Date.now = real.now;
  for (const lease of given.splice(0)) await lease.giveBack().catch(() => {});
});
afterAll(async () => {
  await proxy.close();
  await aws.stop();
});

const client = (endpoint: string) =>
  new DynamoDBClient({
    region: "eu-west-1",
    endpoint,
    credentials: { accessKeyId: "testing", secretAccessKey: "testing" },
    maxAttempts: 1,
  });

/** Takes the lease on one machine; `through` is its network. */
async function take(holder: string, through = aws.endpoint, onLost: (error: LeaseHeld) => void = () => {}) {
  const lease = await Lease.take({ dynamodb: client(through), name, holder, pace }, { onLost });
  given.push(lease);
  return lease;
}

/** A holder that was killed: its counter stands still. */
const killed = (item: Record<string, { S: string } | { N: string }>) =>
  client(aws.endpoint).send(new PutItemCommand({ TableName: leaseTableName, Item: { LockID: { S: name }, ...item } }));

it("is of one drill at a time, and says who has it", async () => {
  const first = await take("a");
  await expect(take("b")).rejects.toThrow(/^dev-drill is held by a, which is at work\. Wait/);
  await first.giveBack();
  await take("b");
});

it("is taken from who was killed only after five minutes in which the counter stood still", async () => {
  await killed({ Holder: { S: "a" }, Token: { S: "t" }, Beat: { N: "7" } });
  const from = performance.now();
  await take("b");
  expect(performance.now() - from).toBeGreaterThanOrEqual(pace.staleAfter);
});

it.each([
  ["six minutes fast", 6 * 60_000],
  ["six minutes slow", -6 * 60_000],
])("is not taken from who is at work by a machine whose clock is %s", async (_, skew) => {
  await take("a");
  Date.now = () => real.now() + skew;
  await expect(take("b")).rejects.toThrow(/held by a, which is at work/);
});

it("is not kept for ever by a time in the future, as a forged one or one of an earlier version says it", async () => {
  await killed({ Holder: { S: "a" }, RenewedAt: { N: String(real.now() + 1e12) } });
  await take("b");
});

it("is got by one of two who take it from the same dead holder", async () => {
  await killed({ Holder: { S: "a" }, Token: { S: "t" }, Beat: { N: "7" } });
  const both = await Promise.allSettled([take("b"), take("c")]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

it.each(["black hole", "reset"] as const)(
  "is given up a minute before another one may take it where each renewal meets a %s",
  async (fault) => {
    const lost: number[] = [];
    const first = await take("a", proxy.endpoint, () => lost.push(performance.now()));
    proxy.network.fault = fault;
    const second = await take("b").catch(() => take("b"));
    const takenAt = performance.now();
    expect(lost).toHaveLength(1);
    expect(lost[0]).toBeLessThan(takenAt);
    expect([first.isSure, second.isSure]).toEqual([false, true]);
  },
);

it("is kept through a black hole that ends in time, and through a slow network", async () => {
  const onLost = jest.fn();
  const lease = await take("a", proxy.endpoint, onLost);
  proxy.network.fault = "black hole";
  await new Promise((resolve) => setTimeout(resolve, 600));
  proxy.network.fault = { latency: 10 };
  await new Promise((resolve) => setTimeout(resolve, 3_500));
  expect(lease.isSure).toBe(true);
  expect(onLost).not.toHaveBeenCalled();
});

it("is not sure after a machine slept, until it was renewed", async () => {
  const lease = await take("a");
  Date.now = () => real.now() + 10 * 60_000;
  expect(lease.isSure).toBe(false);
  await until(() => lease.isSure);
});

it("tells who has lost it, and is not given back by them", async () => {
  const onLost = jest.fn();
  const first = await take("a", aws.endpoint, onLost);
  await killed({ Holder: { S: "b" }, Token: { S: "another" }, Beat: { N: "1" } });
  await until(() => onLost.mock.calls.length > 0);
  expect(onLost).toHaveBeenCalledWith(expect.objectContaining({ message: expect.stringMatching(/held by b/) }));
  await expect(first.giveBack()).rejects.toThrow("dev-drill is held by b by now.");
  await take("c");
});
