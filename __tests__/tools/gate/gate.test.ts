import { request } from "node:http";
import { userAgentOf } from "../../../terraform/user-agent";
import type { Call } from "../../../tools/gate/call-log";
import { type GatedAws, openGate } from "../../../tools/gate/gated-aws";
import { standing } from "../../../tools/gate/upstream";
import { emulator } from "../../../tools/local-aws/emulator";
import { startLocalAws } from "../../../tools/local-aws/local-aws";
import { faultProxy } from "../../support/fault-proxy";
import { until } from "../../support/until";
import { call } from "./call";
import { fakeUpstream } from "./upstream-fake";

const form = { "content-type": "application/x-www-form-urlencoded; charset=utf-8" };
const json = (target: string) => ({ "content-type": "application/x-amz-json-1.1", "x-amz-target": target });
const page = { status: 500, type: "text/html; charset=utf-8", body: "<!doctype html>\n<title>500</title>" };

let upstream: Awaited<ReturnType<typeof fakeUpstream>>;
let aws: GatedAws;

beforeEach(async () => {
  upstream = await fakeUpstream();
  aws = await startLocalAws({ endpoint: upstream.endpoint });
  upstream.received.length = 0;
});
afterEach(async () => {
  await aws.stop();
  await upstream.close();
});

describe("the gate", () => {
  it.each([
    ["PUT", "/bucket/a%20key%2Bplus?x-id=PutObject&x=a+b", { "content-type": "text/plain" }, "stream me"],
    ["POST", "/", form, "Action=CopyDBClusterSnapshot&Name=a%20b+c&Empty="],
    ["POST", "/", json("TrentService.CreateKey"), '{ "Description" : "a" }'],
    ["GET", "/2013-04-01/hostedzone?", {}, ""],
  ])("leaves Host header, path, body and signature of a %s %s untouched", async (method, path, headers, body) => {
    const host = "bucket.s3.eu-west-1.amazonaws.com";
    await call(aws.endpoint, "eu-west-1/s3", { method, path, headers: { ...headers, host }, body });

    expect(upstream.received).toEqual([
      expect.objectContaining({
        method,
        url: path,
        body,
        headers: expect.objectContaining({
          ...headers,
          host,
          authorization: expect.stringContaining("testing/20261123/eu-west-1/s3/aws4_request, SignedHeaders=host, Sig"),
        }),
      }),
    ]);
  });

  it("logs region, service, action, bucket and status of each call", async () => {
    const start = Date.now();
    await call(aws.endpoint, "eu-west-1/ec2", { headers: form, body: "Action=DescribeVpcs&Version=2016-11-15" });
    await call(aws.endpoint, "eu-west-1/kms", { headers: json("TrentService.CreateKey"), body: "{}" });
    upstream.answer.status = 404;
    await call(aws.endpoint, "eu-central-1/s3", { method: "GET", path: "/photos/a?x-id=GetObject" });

    const [first] = aws.calls();
    expect(first?.time).toBeGreaterThanOrEqual(start);
    expect(aws.calls()).toEqual([
      expect.objectContaining({ region: "eu-west-1", service: "ec2", action: "DescribeVpcs", status: 200 }),
      expect.objectContaining({ region: "eu-west-1", service: "kms", action: "CreateKey", status: 200 }),
      expect.objectContaining({
        region: "eu-central-1",
        service: "s3",
        action: "GetObject",
        status: 404,
        bucket: "photos",
      }),
    ]);
  });

  it("logs which command of Terraform's makes a call, on which root, and which role it is about; never what a policy says", async () => {
    const by = { command: "apply", root: "dev-eu-west-1-web" };
    await call(aws.endpoint, "us-east-1/iam", {
      headers: { ...form, "user-agent": `APN/1.0 HashiCorp/1.0 Terraform/1.11.4 ${userAgentOf(by)}` },
      body: "Action=CreateRole&RoleName=web&Path=%2Fshop%2F&AssumeRolePolicyDocument=%7B%7D",
    });
    expect(aws.calls()).toEqual([expect.objectContaining({ by, parameters: { RoleName: "web", Path: "/shop/" } })]);
  });

  it("counts calls by region, since a mark", async () => {
    await call(aws.endpoint, "eu-west-1/ec2", { headers: form, body: "Action=DescribeVpcs" });
    await new Promise((resolve) => setTimeout(resolve, 5));
    const mark = Date.now();
    await call(aws.endpoint, "eu-central-1/ec2", { headers: form, body: "Action=DescribeVpcs" });

    expect(aws.calls({ region: "eu-west-1" })).toHaveLength(1);
    expect(aws.calls({ region: "eu-west-1", since: mark })).toHaveLength(0);
    expect(aws.calls({ region: "eu-central-1", since: mark })).toHaveLength(1);
  });

  it.each([
    ["ec2", form, "Action=Unheard", "/", /^<Response><Errors><Error><Code>NotImplemented<\/Code>.* ec2 Unheard</],
    ["rds", form, "Action=Unheard", "/", /^<ErrorResponse><Error>.*<Code>NotImplemented<\/Code>.* rds Unheard</],
    ["kms", json("TrentService.Unheard"), "{}", "/", /^{"__type":"NotImplemented","message":".* kms Unheard"}$/],
    [
      "route53",
      {},
      "",
      "/2013-04-01/x",
      /^<ErrorResponse>.*<Code>NotImplemented<\/Code>.* route53 POST \/2013-04-01\/x</,
    ],
    ["s3", {}, "", "/bucket?unheard", /^<\?xml[^>]*><Error><Code>NotImplemented<\/Code>.* s3 POST \/bucket\?unheard</],
    ["lambda", {}, "", "/2015/x", /^{"__type":"NotImplemented","message":".* lambda POST \/2015\/x"}$/],
  ])(
    "answers 501 in the protocol's format for what the emulator does not know (%s)",
    async (service, headers, body, path, form) => {
      Object.assign(upstream.answer, page);
      const answer = await call(aws.endpoint, `eu-west-1/${service}`, { headers, body, path });
      expect(answer).toMatchObject({ status: 501, headers: { "x-amzn-errortype": "NotImplemented" } });
      expect(answer.body).toMatch(form);
    },
  );

  it("takes the 404 page of a web framework for an unknown call", async () => {
    Object.assign(upstream.answer, page, { status: 404 });
    expect(await call(aws.endpoint, "us-east-1/cloudfront", { path: "/2020-05-31/cache-policy" })).toMatchObject({
      status: 501,
    });
  });

  it.each([
    ["text/plain", "Service guardduty is not available", "kms Encrypt: Service guardduty is not available"],
    ["application/json", '{"message": "not in this edition"}', "kms Encrypt: not in this edition"],
  ])("takes a 400 without a code for an unknown call, and says what it said: %s", async (type, body, said) => {
    Object.assign(upstream.answer, { status: 400, type, body });
    const answer = await call(aws.endpoint, "eu-west-1/kms", { headers: json("TrentService.Encrypt"), body: "{}" });
    expect(answer).toMatchObject({ status: 501, body: expect.stringContaining(said) });
  });

  it.each([
    [400, "application/x-amz-json-1.1", '{"__type":"ValidationException","message":"no"}'],
    [500, "application/x-amz-json-1.1", '{"__type":"InternalFailure","message":"try again"}'],
    [500, "text/xml", "<ErrorResponse><Error><Code>InternalError</Code></Error></ErrorResponse>"],
    [404, "text/xml", "<Error><Code>NoSuchBucket</Code></Error>"],
    [404, "text/html", ""],
    [400, "text/html; charset=utf-8", "<Response><Errors/></Response>"],
    [200, "text/html", "<!doctype html><p>a page kept in a bucket"],
  ])("passes on AWS's own answer: %i %s %s", async (status, type, body) => {
    Object.assign(upstream.answer, { status, type, body });
    const answer = await call(aws.endpoint, "eu-west-1/s3", { method: "GET", path: "/bucket/key" });
    expect(answer).toMatchObject({ status, body, headers: { "content-type": type } });
  });

  it("quotes an emulator that says in plain text what it lacks", async () => {
    Object.assign(upstream.answer, { status: 500, type: "text/plain", body: "filter x is unknown\nTraceback" });
    const { body } = await call(aws.endpoint, "eu-west-1/ec2", { headers: form, body: "Action=DescribeVpcs" });
    expect(body).toContain("does not implement ec2 DescribeVpcs: filter x is unknown<");
  });
});

describe("a region that is off", () => {
  const lost = "eu-west-1";
  const arn = `arn:aws:rds:${lost}:123456789012:cluster-snapshot:orders`;

  it.each([
    ["is signed for it", `${lost}/ec2`, { headers: form, body: "Action=DescribeVpcs" }, "signed for the region"],
    ["has its name in the host", "eu-central-1/sqs", { headers: { host: `sqs.${lost}.amazonaws.com` } }, "endpoint"],
    ["hands over an ARN in a form", "eu-central-1/rds", { headers: form, body: `Action=Copy&SourceId=${arn}` }, arn],
    [
      "hands over an ARN in JSON",
      "eu-central-1/kms",
      { headers: json("T.X"), body: JSON.stringify({ a: [{ KeyId: arn }] }) },
      arn,
    ],
    ["hands over an ARN in the path", "eu-central-1/lambda", { path: `/tags/${encodeURIComponent(arn)}` }, arn],
    ["peers with it", "eu-central-1/ec2", { headers: form, body: `Action=C&PeerRegion=${lost}` }, "PeerRegion"],
    ["hands over an ARN as a stage", "eu-central-1/x", { path: `/?StageArn=${arn}` }, arn],
    [
      "is presigned for it",
      "eu-central-1/s3",
      {
        headers: { authorization: "" },
        method: "GET",
        path: `/b/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=k%2F20261123%2F${lost}%2Fs3%2Faws4_request`,
      },
      "signed for the region",
    ],
    [
      "copies from it",
      "eu-central-1/ec2",
      { headers: form, body: `Action=CopyImage&SourceRegion=${lost}` },
      "SourceRegion",
    ],
    [
      "carries a URL that is signed for it",
      "eu-central-1/rds",
      { headers: form, body: `Action=C&PreSignedUrl=https%3A%2F%2Frds.${lost}.amazonaws.com%2F` },
      "PreSignedUrl",
    ],
    [
      "carries a URL whose signature is for it, at the gate's own host",
      "eu-central-1/rds",
      {
        headers: form,
        body: `Action=C&PreSignedUrl=${encodeURIComponent(`http://127.0.0.1/?X-Amz-Credential=k%2F20261123%2F${lost}%2Frds%2Faws4_request`)}`,
      },
      "PreSignedUrl is signed for",
    ],
  ] as const)("answers 503 to a call that %s", async (_, scope, options, because) => {
    await aws.switchOff(lost);
    const answer = await call(aws.endpoint, scope, options);

    expect(answer).toMatchObject({ status: 503, headers: { "x-amzn-errortype": "ServiceUnavailable" } });
    expect(upstream.received).toEqual([]);
    expect(aws.calls({ region: lost })).toEqual([
      expect.objectContaining({ status: 503, refused: { region: lost, because: expect.stringContaining(because) } }),
    ]);
  });

  it.each([
    ["is signed for another region", "eu-central-1/ec2", { headers: form, body: "Action=DescribeVpcs" }],
    ["only has its ARN in a tag", "eu-central-1/rds", { headers: form, body: `Action=C&Tags.Tag.1.Value=${arn}` }],
    [
      "only has its ARN in a JSON tag",
      "eu-central-1/ecs",
      { headers: json("T.X"), body: JSON.stringify({ tags: [{ value: arn }] }) },
    ],
    [
      "only has its ARN in a text",
      "eu-central-1/kms",
      { headers: json("T.X"), body: JSON.stringify({ Policy: `{"Resource":"${arn}"}` }) },
    ],
    [
      "only has its ARN in what an object says",
      "eu-central-1/s3",
      {
        ...{ method: "PUT", path: "/records/run.json?x-id=PutObject", body: JSON.stringify({ before: [{ id: arn }] }) },
        headers: { "content-type": "application/json" },
      },
    ],
    ["registers its ARN with IAM", "us-east-1/iam", { headers: form, body: `Action=X&ResourceArns.member.1=${arn}` }],
  ] as const)("lets a call pass that %s", async (_, scope, options) => {
    await aws.switchOff(lost);
    expect(await call(aws.endpoint, scope, options)).toMatchObject({ status: 200 });
    expect(aws.calls({ region: lost })).toEqual([]);
  });

  it("answers again when it is switched on", async () => {
    await aws.switchOff(lost);
    aws.switchOn(lost);
    expect(await call(aws.endpoint, `${lost}/ec2`, { headers: form, body: "Action=DescribeVpcs" })).toMatchObject({
      status: 200,
    });
  });
});

describe("a web page", () => {
  it.each([
    ["calls a name of its own that leads to loopback", { host: "evil.example.com" }, "not as evil.example.com"],
    ["posts a form to the gate's address", { origin: "https://evil.example.com" }, "no calls of web pages"],
    ["shows the gate's answer as a picture", { "sec-fetch-site": "cross-site" }, "no calls of web pages"],
  ])("gets nothing when it %s, and counts as no call", async (_, headers, message) => {
    const told: Call[] = [];
    aws.tell((call) => told.push(call));
    const answer = await call(aws.endpoint, "eu-west-1/ec2", {
      headers: { ...form, ...headers },
      body: "Action=DescribeVpcs",
    });
    expect(answer).toMatchObject({ status: 501, body: expect.stringContaining(message) });
    expect([upstream.received, aws.calls()]).toEqual([[], []]);
    expect(told).toEqual([expect.objectContaining({ turnedAway: expect.stringContaining(message) })]);
  });
});

it("answers 413 to a form that is larger than any of AWS's, before it has come", async () => {
  const headers = { ...form, "content-length": String(300 * 2 ** 20) };
  const { status } = await new Promise<{ status?: number }>((resolve, reject) => {
    const sent = request(new URL(aws.endpoint), { method: "POST", headers }, (answer) => {
      resolve({ status: answer.statusCode });
      sent.destroy();
    });
    sent.on("error", reject).write("Action=");
  });
  expect(status).toBe(413);
});

it("lets nothing through that its guard has something against", async () => {
  aws.guard(({ service }) => (service === "ec2" ? "the lease is not sure" : undefined));
  const send = (service: string) => call(aws.endpoint, `eu-west-1/${service}`, { headers: form, body: "Action=X" });
  expect(await send("ec2")).toMatchObject({ status: 503, body: expect.stringContaining("the lease is not sure") });
  expect(await send("dynamodb")).toMatchObject({ status: 200 });
});

describe("before an AWS that does not answer", () => {
  let silent: Awaited<ReturnType<typeof faultProxy>>;
  let gate: GatedAws;
  const patience = { answer: 0, drain: 100 };
  const behind = async (answer: number) => {
    silent = await faultProxy(upstream.endpoint);
    patience.answer = answer;
    gate = await openGate(standing({ ...emulator({ url: new URL(silent.endpoint) }), patience }), () => ({}));
  };
  afterEach(async () => {
    await gate.stop();
    await silent.close();
  });
  const send = () => call(gate.endpoint, "eu-west-1/ec2", { headers: form, body: "Action=DescribeVpcs" });

  it("answers 504 when the time is up, and as usual when the network is back", async () => {
    await behind(100);
    silent.network.fault = "black hole";
    expect(await send()).toMatchObject({ status: 504, body: expect.stringContaining("not answered within 0.1 s") });
    silent.network.fault = { latency: 20 };
    patience.answer = 60_000;
    expect(await send()).toMatchObject({ status: 200 });
  });

  it("answers 503 at once when the connection is reset", async () => {
    await behind(60_000);
    silent.network.fault = "reset";
    expect(await send()).toMatchObject({ status: 503 });
  });

  it("breaks an answer off that breaks off behind it", async () => {
    await behind(60_000);
    upstream.answer.cutOff = true;
    await expect(send()).rejects.toThrow(/aborted|hang up|ECONNRESET/);
  });

  it("switches a region off that has a call under way, which is cut off", async () => {
    await behind(60_000);
    silent.network.fault = "black hole";
    const sent = send().catch((error) => error);
    await until(() => gate.calls().length > 0);
    await gate.switchOff("eu-west-1");
    expect(String(await sent)).toMatch(/hang up|ECONNRESET/);
  });
});
