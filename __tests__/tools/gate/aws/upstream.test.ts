import { execFileSync } from "node:child_process";
import { Agent } from "node:https";
import { connect } from "node:net";
import { join } from "node:path";
import { GetRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import { GetFunctionCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { CopyDBClusterSnapshotCommand, DescribeDBClustersCommand, RDSClient } from "@aws-sdk/client-rds";
import { ListHostedZonesCommand, Route53Client } from "@aws-sdk/client-route-53";
import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { ListSecretsCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { credentialsOnly, gatedEnvironment } from "../../../../terraform/process/environments";
import { toolchain } from "../../../../terraform/toolchain";
import { awsUpstream } from "../../../../tools/gate/aws/upstream";
import { type GatedAws, openGate } from "../../../../tools/gate/gated-aws";
import { standing } from "../../../../tools/gate/upstream";
import { call } from "../call";
import { fakeUpstream, type Received } from "../upstream-fake";

const account = { accessKeyId: "AKIDTEST", secretAccessKey: "secret/of+the=test", sessionToken: "token//of+the==test" };

let aws: Awaited<ReturnType<typeof fakeUpstream>>;
let gate: GatedAws;
beforeEach(async () => {
  aws = await fakeUpstream();
  const { port } = new URL(aws.endpoint);
  // What would go to AWS's hosts over TLS arrives at a server of ours.
  class ToOurs extends Agent {
    override createConnection = () => connect(Number(port), "127.0.0.1");
  }
  const upstream = awsUpstream(async () => account, "GATEKEY", new ToOurs({ keepAlive: true }));
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

it("passes AWS's answer on as it is, whatever it is", async () => {
  Object.assign(aws.answer, { status: 500, type: "text/html", body: "<html>a bad day</html>" });
  expect(await call(gate.endpoint, "eu-west-1/ec2", { headers: signed("eu-west-1/ec2") })).toMatchObject({
    status: 500,
    body: "<html>a bad day</html>",
  });
});

it("sends nothing on that needs a region which is off", async () => {
  await gate.switchOff("eu-west-1");
  expect(await call(gate.endpoint, "eu-west-1/ec2")).toMatchObject({ status: 503 });
  expect(aws.received).toEqual([]);
});

it("gives children no credentials that AWS knows", () => {
  expect(JSON.stringify(gate.environment)).not.toMatch(/AKIDTEST|secret|token/);
});
