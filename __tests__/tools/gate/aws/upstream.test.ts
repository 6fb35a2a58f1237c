import { execFileSync } from "node:child_process";
import { request } from "node:http";
import { Agent } from "node:https";
import { connect } from "node:net";
import { join } from "node:path";
import { GetRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import { GetFunctionCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { CopyDBClusterSnapshotCommand, DescribeDBClustersCommand, RDSClient } from "@aws-sdk/client-rds";
import { ListHostedZonesCommand, Route53Client } from "@aws-sdk/client-route-53";
import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { ListSecretsCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { credentialsOnly, gatedEnvironment } from "../../../../terraform/process/environments";
import { toolchain } from "../../../../terraform/toolchain";
import type { Credentials } from "../../../../tools/gate/aws/sign";
import { awsUpstream } from "../../../../tools/gate/aws/upstream";
import { type GatedAws, openGate } from "../../../../tools/gate/gated-aws";
import { standing } from "../../../../tools/gate/upstream";
import { call } from "../call";
import { fakeUpstream, type Received } from "../upstream-fake";

const account = { accessKeyId: "AKIDTEST", secretAccessKey: "secret/of+the=test", sessionToken: "token//of+the==test" };

let aws: Awaited<ReturnType<typeof fakeUpstream>>;
let gate: GatedAws;
let credentials: () => Promise<Credentials>;
beforeEach(async () => {
  aws = await fakeUpstream();
  const { port } = new URL(aws.endpoint);
  // What would go to AWS's hosts over TLS arrives at a server of ours.
  class ToOurs extends Agent {
    override createConnection = () => connect(Number(port), "127.0.0.1");
  }
  credentials = async () => account;
  const upstream = awsUpstream(() => credentials(), "GATEKEY", new ToOurs({ keepAlive: true }));
  gate = await openGate(standing(upstream), (url) => ({ ...credentialsOnly("GATEKEY"), ...gatedEnvironment(url) }));
});
afterEach(async () => {
  await gate.stop();
  await aws.close();
});

const client = (region: string) => ({
  region,
  endpoint: gate.endpoint,
  credentials: { accessKeyId: "GATEKEY", secretAccessKey: "testing" },
  maxAttempts: 1,
});

/** How AWS's SDK for Python would sign what arrived. */
function signatureOf({ method, url, headers, body }: Received, service: string, region: string): string {
  const line = JSON.stringify({
    method,
    url: `https://${headers.host}${url}`,
    headers,
    body: Buffer.from(body).toString("base64"),
    service,
    region,
  });
  const script = join(__dirname, "botocore_signs.py");
  return execFileSync(toolchain().python, [script], { encoding: "utf8", input: line }).trim();
}

const calls: [string, string, string, string, () => Promise<unknown>][] = [
  [
    "a query",
    "rds",
    "eu-west-1",
    "rds.eu-west-1.amazonaws.com",
    () => new RDSClient(client("eu-west-1")).send(new DescribeDBClustersCommand({ DBClusterIdentifier: "a b+c" })),
  ],
  [
    "JSON",
    "secretsmanager",
    "eu-central-1",
    "secretsmanager.eu-central-1.amazonaws.com",
    () => new SecretsManagerClient(client("eu-central-1")).send(new ListSecretsCommand({ MaxResults: 3 })),
  ],
  [
    "a path that is encoded twice",
    "lambda",
    "eu-west-1",
    "lambda.eu-west-1.amazonaws.com",
    () =>
      new LambdaClient(client("eu-west-1")).send(
        new GetFunctionCommand({ FunctionName: "arn:aws:lambda:eu-west-1:111122223333:function:a" }),
      ),
  ],
  [
    "a service without regions",
    "route53",
    "us-east-1",
    "route53.amazonaws.com",
    () => new Route53Client(client("us-east-1")).send(new ListHostedZonesCommand({ Marker: "a/b c" })),
  ],
  [
    "a service without regions, called from a region",
    "iam",
    "us-east-1",
    "iam.amazonaws.com",
    () => new IAMClient(client("eu-west-1")).send(new GetRoleCommand({ RoleName: "web" })),
  ],
  [
    "an object with a difficult key",
    "s3",
    "eu-west-1",
    "s3.eu-west-1.amazonaws.com",
    () => new S3Client(client("eu-west-1")).send(new PutObjectCommand({ Bucket: "b", Key: "a b+c//d", Body: "text" })),
  ],
  [
    "an object's reading",
    "s3",
    "eu-west-1",
    "s3.eu-west-1.amazonaws.com",
    () => new S3Client(client("eu-west-1")).send(new GetObjectCommand({ Bucket: "b", Key: "k" })),
  ],
];

it.each(calls)("signs %s for AWS's host, as AWS's own SDK would, with the account's credentials", async (...row) => {
  const [, service, region, host, send] = row;
  await send().catch(() => {}); // what comes back is no answer of the service
  const [arrived] = aws.received;
  expect(arrived?.headers).toMatchObject({ host, "x-amz-security-token": account.sessionToken });
  const scope = `AWS4-HMAC-SHA256 Credential=AKIDTEST/\\d{8}/${region}/${service}/aws4_request, `;
  expect(arrived?.headers.authorization).toMatch(new RegExp(`^${scope}SignedHeaders=.*host`));
  expect(arrived?.headers.authorization).toMatch(`Signature=${arrived && signatureOf(arrived, service, region)}`);
  expect(gate.calls()).toEqual([expect.objectContaining({ service, status: 200 })]);
});

it("signs anew the URL with which RDS fetches a snapshot of another region", async () => {
  const copy = new CopyDBClusterSnapshotCommand({
    SourceDBClusterSnapshotIdentifier: "arn:aws:rds:eu-west-1:111122223333:cluster-snapshot:orders",
    TargetDBClusterSnapshotIdentifier: "copy",
    KmsKeyId: "alias/snapshots",
  });
  await new RDSClient(client("eu-central-1")).send(copy).catch(() => {});
  const [arrived] = aws.received;
  expect(arrived?.headers.authorization).toMatch(`Signature=${arrived && signatureOf(arrived, "rds", "eu-central-1")}`);
  expect(arrived?.headers["content-length"]).toBe(String(arrived?.body.length));

  const url = new URL(new URLSearchParams(arrived?.body).get("PreSignedUrl") ?? "");
  expect(url.host).toBe("rds.eu-west-1.amazonaws.com");
  expect(url.searchParams.get("X-Amz-Credential")).toMatch(/^AKIDTEST\/\d{8}\/eu-west-1\/rds\/aws4_request$/);
  expect(url.searchParams.get("SourceDBClusterSnapshotIdentifier")).toBe(copy.input.SourceDBClusterSnapshotIdentifier);
  const presigned = { method: "GET", url: url.pathname + url.search, headers: { host: url.host }, body: "" };
  expect(url.searchParams.get("X-Amz-Signature")).toBe(signatureOf(presigned, "rds", "eu-west-1"));
});

/** A header such as the gate takes. */
const signed = (scope: string) => ({
  authorization: `AWS4-HMAC-SHA256 Credential=GATEKEY/20261123/${scope}/aws4_request, SignedHeaders=host, Signature=0a`,
});

it.each<[string, string, Record<string, string>, string, string?]>([
  ["is for a service that it knows no host of", "eu-west-1/glacier", {}, "where AWS serves glacier"],
  ["has no signature in its header", "eu-west-1/ec2", { authorization: "" }, "signed in their header"],
  [
    "does not have the gate's key",
    "eu-west-1/ec2",
    { authorization: "AWS4-HMAC-SHA256 Credential=AKIDOTHER/20261123/eu-west-1/ec2/aws4_request, Signature=0a" },
    "with its own access key",
  ],
  ["a web page could send under a name of its own", "eu-west-1/ec2", { host: "evil.example.com" }, "its own address"],
  ["asks for credentials", "eu-west-1/sts", { "x-amz-target": "X.AssumeRole" }, "would give credentials away"],
  [
    "goes to S3's control plane",
    "eu-west-1/s3",
    { "x-amz-account-id": "evil.example/" },
    "control plane",
    "/v20180820/x",
  ],
  [
    "is signed part by part",
    "eu-west-1/s3",
    { "x-amz-content-sha256": "STREAMING-AWS4-HMAC-SHA256-PAYLOAD" },
    "signed one by one",
  ],
])("answers 501 to a call that %s, and sends nothing on", async (_, scope, headers, message, path = "/") => {
  const answer = await call(gate.endpoint, scope as `${string}/${string}`, {
    headers: { ...signed(scope), ...headers },
    path,
  });
  expect(answer).toMatchObject({ status: 501, body: expect.stringContaining(message) });
  expect(aws.received).toEqual([]);
});

const form = { "content-type": "application/x-www-form-urlencoded" };
const whoCalls = "Action=GetCallerIdentity&Version=2011-06-15";
const role = "RoleArn=arn:aws:iam::111122223333:role/a&RoleSessionName=a";

it.each<[string, Record<string, string>, string, string?]>([
  [
    "in a form, and something else in a header",
    { ...form, "x-amz-target": "X.GetCallerIdentity" },
    `Action=AssumeRole&${role}`,
  ],
  ["in its URL, and something else in a form", form, whoCalls, `/?Action=AssumeRole&${role}`],
  ["twice in a form", form, `${whoCalls}&Action=AssumeRole&${role}`],
  [
    "in a form of a type in capitals",
    { "content-type": " Application/X-WWW-Form-URLencoded" },
    `Action=AssumeRole&${role}`,
  ],
  [
    "in a form that calls itself JSON",
    { "content-type": "application/json", "x-amz-target": "X.GetCallerIdentity" },
    `Action=AssumeRole&${role}`,
  ],
])("asks STS for nothing on behalf of a call that says AssumeRole %s", async (_, headers, body, path = "/") => {
  const answer = await call(gate.endpoint, "eu-west-1/sts", {
    headers: { ...signed("eu-west-1/sts"), ...headers },
    body,
    path,
  });
  expect(answer).toMatchObject({ status: 501, body: expect.stringContaining("would give credentials away") });
  expect(aws.received).toEqual([]);
});

it("asks STS who calls, as SDKs do", async () => {
  await new STSClient(client("eu-west-1")).send(new GetCallerIdentityCommand()).catch(() => {});
  expect(aws.received).toEqual([expect.objectContaining({ body: expect.stringContaining("GetCallerIdentity") })]);
});

it("refuses a call of any service that says more than once what it asks for", async () => {
  const headers = { ...signed("us-east-1/iam"), ...form };
  const answer = await call(gate.endpoint, "us-east-1/iam", {
    headers,
    body: "Action=GetUser",
    path: "/?Action=CreateAccessKey",
  });
  expect(answer).toMatchObject({ status: 501, body: expect.stringContaining("more than once") });
  expect(aws.received).toEqual([]);
});

it("reads nothing of a stranger's body, and does not list the call", async () => {
  const headers = {
    ...form,
    "content-length": String(300 * 2 ** 20),
    authorization: "AWS4-HMAC-SHA256 Credential=OTHER/20261123/eu-west-1/ec2/aws4_request",
  };
  const status = await new Promise((resolve, reject) => {
    const sent = request(new URL(gate.endpoint), { method: "POST", headers }, (answer) => {
      resolve(answer.statusCode);
      sent.destroy();
    });
    sent.on("error", reject).write("Action=");
  });
  expect([status, gate.calls()]).toEqual([501, []]);
});

describe("credentials that have ended", () => {
  const list = () =>
    new SecretsManagerClient({ ...client("eu-west-1"), maxAttempts: 10 }).send(new ListSecretsCommand());
  const howToRenew = {
    name: "ExpiredToken",
    message: expect.stringMatching(/have ended\. Renew them.*clean-up --aws/),
  };

  it("end a call at once, with how to renew them, and the gate goes on when they are renewed", async () => {
    credentials = async () => {
      throw new Error("Token is expired.");
    };
    await expect(list()).rejects.toMatchObject(howToRenew);
    expect(gate.calls()).toHaveLength(1);
    credentials = async () => account;
    await list();
    expect(aws.received).toHaveLength(1);
  });

  it("say how to renew them where AWS says that they have ended", async () => {
    Object.assign(aws.answer, { status: 400, body: '{"__type":"ExpiredTokenException","message":"expired"}' });
    await expect(list()).rejects.toMatchObject(howToRenew);
    expect(aws.received).toHaveLength(1);
  });

  it("are used while they last when new ones cannot be had just now", async () => {
    credentials = async () => ({ ...account, expiration: new Date(Date.now() + 60_000) });
    await list();
    credentials = async () => {
      throw new Error("no network");
    };
    await list();
    expect(aws.received).toHaveLength(2);
  });
});

it("passes AWS's answer on as it is, whatever it is", async () => {
  Object.assign(aws.answer, { status: 500, type: "text/html", body: "<html>a bad day</html>" });
  expect(await call(gate.endpoint, "eu-west-1/ec2", { headers: signed("eu-west-1/ec2") })).toMatchObject({
    status: 500,
    body: "<html>a bad day</html>",
  });
});

it("sends nothing on that needs a region which is off", async () => {
  await gate.switchOff("eu-west-1");
  const headers = signed("eu-west-1/ec2");
  expect(await call(gate.endpoint, "eu-west-1/ec2", { headers })).toMatchObject({ status: 503 });
  expect(aws.received).toEqual([]);
});

it("gives children no credentials that AWS knows", () => {
  expect(JSON.stringify(gate.environment)).not.toMatch(/AKIDTEST|secret|token/);
});
