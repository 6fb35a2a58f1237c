import { AutoScalingClient, PutNotificationConfigurationCommand } from "@aws-sdk/client-auto-scaling";
import { CreateSpotDatafeedSubscriptionCommand, DescribeVpcsCommand, EC2Client } from "@aws-sdk/client-ec2";
import { CreateTrafficPolicyCommand, Route53Client } from "@aws-sdk/client-route-53";
import {
  CopyObjectCommand,
  CreateBucketCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { CreateTopicCommand, ListTopicsCommand, SNSClient } from "@aws-sdk/client-sns";
import { CreateOpsItemCommand, SSMClient } from "@aws-sdk/client-ssm";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import type { GatedAws } from "../../../tools/gate/gated-aws";
import { startLocalAws } from "../../../tools/local-aws/local-aws";

const credentials = { accessKeyId: "testing", secretAccessKey: "testing" };
const lost = "eu-west-1";
const target = "eu-central-1";

let aws: GatedAws;
const at = (region: string) => ({ region, endpoint: aws.endpoint, credentials, maxAttempts: 2 });
const s3 = (region: string) => new S3Client({ ...at(region), forcePathStyle: true });

beforeAll(async () => {
  aws = await startLocalAws({ account: "111122223333" });
});
afterAll(() => aws.stop());

it("gives plain credentials the account that was asked for", async () => {
  expect(await new STSClient(at(target)).send(new GetCallerIdentityCommand({}))).toMatchObject({
    Account: "111122223333",
  });
});

const unknown: [string, string, () => Promise<unknown>][] = [
  [
    "EC2",
    "ec2 CreateSpotDatafeedSubscription",
    () => new EC2Client(at(target)).send(new CreateSpotDatafeedSubscriptionCommand({ Bucket: "b" })),
  ],
  [
    "query",
    "autoscaling PutNotificationConfiguration",
    () =>
      new AutoScalingClient(at(target)).send(
        new PutNotificationConfigurationCommand({ AutoScalingGroupName: "a", TopicARN: "t", NotificationTypes: [] }),
      ),
  ],
  [
    "JSON",
    "ssm CreateOpsItem",
    () => new SSMClient(at(target)).send(new CreateOpsItemCommand({ Title: "t", Source: "s", Description: "d" })),
  ],
  [
    "REST XML",
    "route53 POST /2013-04-01/trafficpolicy",
    () => new Route53Client(at("us-east-1")).send(new CreateTrafficPolicyCommand({ Name: "n", Document: "{}" })),
  ],
];
it.each(unknown)("answers 501 in the protocol's format for what moto does not know: %s", async (_, what, send) => {
  await expect(send()).rejects.toMatchObject({
    name: "NotImplemented",
    message: `the local AWS does not implement ${what}`,
    $metadata: { httpStatusCode: 501, attempts: 1 },
  });
});

describe("while a region is off", () => {
  const ours = "orders-of-the-lost-region";
  const theirs = "orders-of-the-target";

  beforeAll(async () => {
    await s3(lost).send(
      new CreateBucketCommand({ Bucket: ours, CreateBucketConfiguration: { LocationConstraint: lost } }),
    );
    await s3(target).send(
      new CreateBucketCommand({ Bucket: theirs, CreateBucketConfiguration: { LocationConstraint: target } }),
    );
    await s3(lost).send(new PutObjectCommand({ Bucket: ours, Key: "a/b c", Body: "kept" }));
    await new SNSClient(at(lost)).send(new CreateTopicCommand({ Name: "alerts" }));
    await aws.switchOff(lost);
  });
  afterAll(() => aws.switchOn(lost));

  const unavailable = { name: "ServiceUnavailable", $metadata: { httpStatusCode: 503 } };

  it("answers 503 to every call signed for it, and counts each attempt", async () => {
    const mark = Date.now();
    await expect(new EC2Client(at(lost)).send(new DescribeVpcsCommand({}))).rejects.toMatchObject(unavailable);
    await expect(new SNSClient(at(lost)).send(new ListTopicsCommand({}))).rejects.toMatchObject(unavailable);

    expect(
      aws.calls({ region: lost, since: mark }).map(({ service, action, status }) => `${service} ${action} ${status}`),
    ).toEqual(["ec2 DescribeVpcs 503", "ec2 DescribeVpcs 503", "sns ListTopics 503", "sns ListTopics 503"]);
  });

  it("refuses a call to a bucket of it, whoever signs", async () => {
    await expect(s3(target).send(new GetObjectCommand({ Bucket: ours, Key: "a/b c" }))).rejects.toMatchObject(
      unavailable,
    );
    expect(aws.calls({ region: lost }).at(-1)).toMatchObject({
      region: target,
      action: "GetObject",
      refused: { region: lost, because: `names bucket ${ours}` },
    });
  });

  it("refuses to copy from a bucket of it", async () => {
    const copy = new CopyObjectCommand({ Bucket: theirs, Key: "copy", CopySource: `${ours}/a%2Fb%20c` });
    await expect(s3(target).send(copy)).rejects.toMatchObject(unavailable);
  });

  it("lets the other regions work", async () => {
    await s3(target).send(new PutObjectCommand({ Bucket: theirs, Key: "k", Body: "there" }));
    const { Body } = await s3(target).send(new GetObjectCommand({ Bucket: theirs, Key: "k" }));
    expect(await Body?.transformToString()).toBe("there");
    expect((await new EC2Client(at(target)).send(new DescribeVpcsCommand({}))).Vpcs).toHaveLength(1);
  });

  it("keeps what is in it", async () => {
    aws.switchOn(lost);
    const { Body } = await s3(lost).send(new GetObjectCommand({ Bucket: ours, Key: "a/b c" }));
    expect(await Body?.transformToString()).toBe("kept");
    expect((await new SNSClient(at(lost)).send(new ListTopicsCommand({}))).Topics).toHaveLength(1);
    await aws.switchOff(lost);
  });
});

it("knows a bucket that was not made through it by asking the emulator", async () => {
  const second = await startLocalAws({ endpoint: aws.endpoint });
  try {
    const Bucket = "made-elsewhere";
    await s3(lost).send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: lost } }));
    await second.switchOff(lost);
    const through = new S3Client({ ...at(target), endpoint: second.endpoint, forcePathStyle: true });
    await expect(through.send(new GetObjectCommand({ Bucket, Key: "k" }))).rejects.toMatchObject({
      name: "ServiceUnavailable",
    });
  } finally {
    await second.stop();
  }
});

it("streams a large object both ways unchanged", async () => {
  const Bucket = "large";
  const Body = Buffer.alloc(12 * 1024 * 1024, "0123456789abcdef\n");
  await s3(target).send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: target } }));
  await s3(target).send(new PutObjectCommand({ Bucket, Key: "k", Body }));
  const got = await s3(target).send(new GetObjectCommand({ Bucket, Key: "k" }));
  expect(Buffer.compare(Buffer.from((await got.Body?.transformToByteArray()) ?? []), Body)).toBe(0);
});
