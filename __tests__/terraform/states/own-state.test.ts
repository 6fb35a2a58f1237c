import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListBucketsCommand,
  PutBucketTaggingCommand,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import { connect } from "../../../dr/aws";
import { childEnvironment } from "../../../terraform/process/environments";
import { projectRoot } from "../../../terraform/project-root";
import { TerraformRoot } from "../../../terraform/root";
import { bootstrap, missing } from "../../../terraform/states/bootstrap";
import { OwnState } from "../../../terraform/states/own-state";
import { toolchain } from "../../../terraform/toolchain";
import type { GatedAws } from "../../../tools/gate/gated-aws";
import { emptyLocalAws } from "../../support/local-aws";

const { signal } = new AbortController();
const folder = mkdtempSync(join(tmpdir(), "own-state-"));
const file = join(folder, "kept/dev-eu-west-1-state.tfstate");
const backend = { bucket: "own-state", key: "dev/eu-west-1/state.tfstate", region: "eu-west-1" };

let local: GatedAws;
beforeAll(async () => {
  local = await emptyLocalAws();
});
afterAll(async () => {
  await local.stop();
  rmSync(folder, { recursive: true, force: true });
});

const clients = (region: string) => connect(local.environment, region);
const s3 = () => clients("eu-west-1").s3;

/** A root whose state does not get into its bucket. */
class Unmoved extends TerraformRoot {
  override async moveState(): Promise<void> {}
}

/** The root of a state bucket, synthesized anew into a folder of that name. */
function synthesized(name: string, Root = TerraformRoot): OwnState {
  const root = join(folder, name, "dev-eu-west-1-state");
  mkdirSync(root, { recursive: true });
  copyFileSync(join(projectRoot, ".terraform.lock.hcl"), join(root, ".terraform.lock.hcl"));
  const content = {
    terraform: { required_providers: { aws: { source: "aws", version: "5.100.0" } }, backend: { s3: backend } },
    provider: { aws: [{ region: backend.region, default_tags: [{ tags: { Project: "shop" } }] }] },
    variable: { ephemeral: { type: "bool", default: false } },
    resource: { aws_s3_bucket: { states: { bucket: backend.bucket, force_destroy: "${var.ephemeral}" } } },
  };
  writeFileSync(join(root, "cdk.tf.json"), JSON.stringify(content));
  const environment = childEnvironment(local.environment);
  return new OwnState(new Root(root, { terraform: toolchain().terraform, environment }), { file, clients });
}
const stored = async () => {
  const { Body } = await s3().send(new GetObjectCommand({ Bucket: backend.bucket, Key: backend.key }));
  return (await Body?.transformToString()) ?? "";
};
const quietly = { agree: async () => true, say: () => {} };

it("applies nothing where nobody agrees", async () => {
  const shown: string[] = [];
  const agree = async (plans: ReadonlyMap<string, string>) => shown.push(...plans.values()) < 0;
  const talk = { ...quietly, agree };
  expect(await bootstrap([synthesized("refused")], talk, signal)).toBeUndefined();
  expect(shown.join()).toContain("# aws_s3_bucket.states will be created");
  expect((await s3().send(new ListBucketsCommand({}))).Buckets ?? []).toEqual([]);
});

describe("what Terraform has made without getting to know it", () => {
  const Bucket = backend.bucket;
  beforeEach(() =>
    s3().send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: "eu-west-1" } })),
  );
  const told = async () => {
    const shown: string[] = [];
    const agree = async (plans: ReadonlyMap<string, string>) => shown.push(...plans.values()) < 0;
    const one = synthesized("found");
    await bootstrap(await missing([one]), { ...quietly, agree }, signal);
    return shown.join();
  };

  it("is taken in: a bucket that nobody has used, or that has the root's tags", async () => {
    expect(await told()).toMatch(/Plan: 1 to import, 0 to add, [01] to change, 0 to destroy/);
    await s3().send(new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet: [{ Key: "Project", Value: "shop" }] } }));
    expect(await told()).toMatch(/Plan: 1 to import, 0 to add, [01] to change, 0 to destroy/);
    await s3().send(new DeleteBucketCommand({ Bucket }));
  });

  it("is left alone where it may be somebody's, and said how to go on", async () => {
    await s3().send(
      new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet: [{ Key: "Project", Value: "theirs" }] } }),
    );
    await expect(told()).rejects.toThrow(
      "own-state exists, is in no state, and its tags Project are not those of aws_s3_bucket.states, so it may be somebody's.",
    );
    await s3().send(new PutObjectCommand({ Bucket, Key: "theirs", Body: "1" }));
    await expect(told()).rejects.toThrow("The bucket own-state exists, but it has no dev/eu-west-1/state.tfstate");
    await s3().send(new DeleteObjectCommand({ Bucket, Key: "theirs" }));
    await s3().send(new DeleteBucketCommand({ Bucket }));
  });
});

it("keeps the local state until the bucket is seen to have it, and goes on from there in a new synth", async () => {
  const unmoved = bootstrap([synthesized("unmoved", Unmoved)], quietly, signal);
  await expect(unmoved).rejects.toThrow(
    "dev-eu-west-1-state: s3://own-state/dev/eu-west-1/state.tfstate does not have the state after the move.",
  );
  expect(existsSync(file)).toBe(true);

  const again = synthesized("again");
  expect(await missing([again])).toEqual([again]);
  expect(await bootstrap([again], quietly, signal)).toMatchObject([{ id: "dev-eu-west-1-state" }]);
  expect(existsSync(file)).toBe(false);
  expect(JSON.parse(await stored()).resources).toMatchObject([{ type: "aws_s3_bucket", name: "states" }]);
});

it("leaves alone what its bucket has", async () => {
  expect(await missing([synthesized("there")])).toEqual([]);
});

it("keeps the local state, and fails, where the bucket does not have all of it", async () => {
  const whole = await stored();
  const { resources: _, ...rest } = JSON.parse(whole);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, whole);
  const put = (state: string) =>
    s3().send(new PutObjectCommand({ Bucket: backend.bucket, Key: backend.key, Body: state }));
  await put(JSON.stringify({ ...rest, resources: [] }));
  await expect(missing([synthesized("lost")])).rejects.toThrow(
    `s3://own-state/dev/eu-west-1/state.tfstate lacks objects that ${file} has: aws_s3_bucket.states own-state.`,
  );
  expect(readFileSync(file, "utf8")).toBe(whole);
  await put(whole);
});

it("moves the state out before the bucket goes, and leaves nothing", async () => {
  const last = synthesized("last");
  await last.root.init(signal);
  await last.unmake(signal);
  expect((await s3().send(new ListBucketsCommand({}))).Buckets ?? []).toEqual([]);
  expect(existsSync(file)).toBe(false);
});
