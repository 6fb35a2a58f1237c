import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { IAMClient, paginateListPolicies } from "@aws-sdk/client-iam";
import { CreateBucketCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { execa } from "execa";
import { boundaryName } from "../../modules/core/names";
import { lockTableName, stateBucketName } from "../../modules/state/contract";
import { environments } from "../../regions/environments";
import { everywhere, stackId, stateLocation } from "../../regions/wiring/location";
import { childEnvironment } from "../../terraform/process/environments";
import { withoutControls } from "../../terraform/process/without-controls";
import type { GatedAws } from "../../tools/gate/gated-aws";
import { emptyLocalAws } from "../support/local-aws";

const root = resolve(__dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "cdktf-"));
const found = environments.find(({ name }) => name === "dev");
if (!found) throw new Error("There is no environment dev.");
const dev = found;
// The account's own tier reads no other state.
const tier = "account";
const { bucket, key } = stateLocation(dev, everywhere, tier);
const region = dev.stateRegion;
if (region === "us-east-1") throw new Error("S3 takes no location constraint of us-east-1. Keep the states elsewhere.");
/** What its terminal module loads; it has one for each version of Node.js that it knows. */
const binary = `node.abi${process.versions.modules}.node`;
let aws: GatedAws;

beforeAll(async () => {
  aws = await emptyLocalAws(dev.account);
  await client(S3Client).send(
    new CreateBucketCommand({
      Bucket: stateBucketName(dev, region),
      CreateBucketConfiguration: { LocationConstraint: region },
    }),
  );
  await client(DynamoDBClient).send(
    new CreateTableCommand({
      TableName: lockTableName,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [{ AttributeName: "LockID", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "LockID", KeyType: "HASH" }],
    }),
  );
});
afterAll(async () => {
  await aws?.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Options {
  region: string;
  endpoint: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  forcePathStyle: boolean;
}

const client = <T>(Client: new (options: Options) => T): T =>
  new Client({
    region,
    endpoint: aws.endpoint,
    credentials: { accessKeyId: "testing", secretAccessKey: "testing" },
    forcePathStyle: true,
  });

/** The command line as people use it; only its environment and its folder for output are the test's. */
async function cdktf(command: string, ...options: string[]): Promise<string> {
  const stack = stackId(dev.name, everywhere, tier);
  const args = ["shop", "cdktf", command, stack, "--output", join(folder, "out"), ...options];
  const { all } = await execa(process.execPath, args, {
    cwd: root,
    env: childEnvironment({
      ...aws.environment,
      CDKTF_HOME: join(folder, "home"),
      DISABLE_VERSION_CHECK: "1",
      CI: "1",
    }),
    extendEnv: false,
    stdin: "ignore",
    all: true,
  });
  return withoutControls(all);
}

const starts = existsSync(
  join(
    root,
    "node_modules/@cdktf/node-pty-prebuilt-multiarch/prebuilds",
    `${process.platform}-${process.arch}`,
    binary,
  ),
);

if (starts)
  it("deploys a stack, keeps its state in S3, and then finds no difference", async () => {
    const policies = async () => {
      const names: string[] = [];
      for await (const { Policies = [] } of paginateListPolicies({ client: client(IAMClient) }, { Scope: "Local" }))
        names.push(...Policies.flatMap(({ PolicyName }) => PolicyName ?? []));
      return names;
    };
    expect(await policies()).toEqual([]);
    await cdktf("deploy", "--auto-approve");
    expect(await policies()).toContain(boundaryName);
    const { Contents = [] } = await client(S3Client).send(new ListObjectsV2Command({ Bucket: bucket }));
    expect(Contents.map((object) => object.Key)).toEqual([key]);
    expect(await cdktf("diff")).toContain("No changes. Your infrastructure matches the configuration.");
    // A saved plan has secrets in clear, and so may whatever else is written beside a root; the lock file is git's.
    const stack = join(folder, "out/stacks", stackId(dev.name, everywhere, tier));
    const files = readdirSync(stack).filter((file) => file !== ".terraform.lock.hcl");
    expect(files).not.toContain("plan");
    expect(files.filter((file) => (statSync(join(stack, file)).mode & 0o077) !== 0)).toEqual([]);
  });
else
  it("fails with a way out, because cdktf's terminal module has no binary for this Node.js", async () => {
    await expect(cdktf("diff")).rejects.toMatchObject({
      exitCode: 2,
      all: expect.stringContaining("Use Node.js 22 or 20 for it, or do without it: `./shop synth`"),
    });
  });
