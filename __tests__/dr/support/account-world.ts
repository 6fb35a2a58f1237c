import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateBackupVaultCommand } from "@aws-sdk/client-backup";
import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import { type BucketLocationConstraint, CreateBucketCommand, ListBucketsCommand } from "@aws-sdk/client-s3";
import { RunRecord } from "../../../dr/account/run-record";
import { Drill } from "../../../dr/drill";
import type { Step } from "../../../dr/step";
import { useGate } from "../../../dr/use-gate";
import { lockTableName, stateBucketName } from "../../../modules/state/contract";
import { projectRoot } from "../../../terraform/project-root";
import { toolchain } from "../../../terraform/toolchain";
import type { GatedAws } from "../../../tools/gate/gated-aws";
import { anySettings } from "./settings";

const { environment, lost, target } = anySettings();
export const [shared, source, recovery] = [
  "dev-global-dns",
  "dev-eu-west-1-network",
  "dev-eu-central-1-recovery-of-eu-west-1",
];
const regionOf = { [shared]: environment.stateRegion, [source]: lost.name, [recovery]: target.region };

/** Name of the bucket that is all that a root makes; the recovery's is in its run's name. */
export const bucketOf = { [shared]: "zone", [source]: "vpc", [recovery]: "${var.name_prefix}-vpc" };

/** An account of a local AWS: state buckets and lock tables, and a checkout with a root of each kind, each of one bucket. */
export async function accountWorld(local: GatedAws) {
  const folder = mkdtempSync(join(tmpdir(), "account-"));
  const checkout = join(folder, "source");
  for (const id of [shared, source, recovery]) writeRoot(checkout, id);

  const drill = (run: string): Drill => {
    const made = new Drill(
      anySettings({ run, workFolder: folder, logFolder: join(folder, "logs"), terraform: toolchain().terraform }),
    );
    useGate(made, local);
    const roots = [shared, source, recovery].map((id) => ({ id, dependencies: [] }));
    made.found.source = { folder: checkout, roots };
    made.found.before = {};
    made.found.record = new RunRecord(made.need("aws")(environment.stateRegion).s3, environment, run);
    return made;
  };
  const { aws } = drill("dr-2611230259").found;
  if (!aws) throw new Error("no clients");
  for (const region of new Set(Object.values(regionOf))) {
    const CreateBucketConfiguration = { LocationConstraint: region as BucketLocationConstraint };
    await aws(region).s3.send(
      new CreateBucketCommand({ Bucket: stateBucketName(environment, region), CreateBucketConfiguration }),
    );
    await aws(region).dynamodb.send(
      new CreateTableCommand({
        TableName: lockTableName,
        AttributeDefinitions: [{ AttributeName: "LockID", AttributeType: "S" }],
        KeySchema: [{ AttributeName: "LockID", KeyType: "HASH" }],
        BillingMode: "PAY_PER_REQUEST",
      }),
    );
  }
  for (const region of [target.region, target.copiesTo])
    await aws(region).backup.send(new CreateBackupVaultCommand({ BackupVaultName: `dev-${region}-copies` }));
  return {
    aws,
    drill,
    environment,
    lost,
    target,
    /** The buckets that are there, but for those of states. */
    buckets: async (): Promise<string[]> => {
      const { Buckets = [] } = await aws(lost.name).s3.send(new ListBucketsCommand({}));
      return Buckets.flatMap(({ Name = "" }) =>
        Name.startsWith(stateBucketName(environment, "")) ? [] : [Name],
      ).sort();
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function writeRoot(checkout: string, id: string): void {
  const folder = join(checkout, "cdktf.out/stacks", id);
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(projectRoot, ".terraform.lock.hcl"), join(folder, ".terraform.lock.hcl"));
  const region = regionOf[id] ?? "";
  const backend = {
    bucket: stateBucketName(environment, region),
    key: `dev/${id}.tfstate`,
    region,
    dynamodb_table: lockTableName,
  };
  const content = {
    terraform: {
      required_providers: { aws: { source: "aws", version: "5.100.0" } },
      backend: { s3: { ...backend, use_lockfile: true } },
    },
    provider: { aws: [{ region }] },
    variable: {
      ephemeral: { type: "bool", default: false },
      ...(id === recovery ? { name_prefix: { type: "string" }, snapshot_arn: { type: "string" } } : {}),
    },
    resource: { aws_s3_bucket: { one: { bucket: bucketOf[id], force_destroy: "${var.ephemeral}" } } },
  };
  writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(content));
}

/** Runs a step alone; gives what it said. */
export async function runAlone(step: Step, drill: Drill): Promise<string> {
  const said: string[] = [];
  await step.run(drill, { signal: new AbortController().signal, say: (line) => said.push(line) });
  return said.join("\n");
}
