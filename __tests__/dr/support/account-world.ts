import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateBackupVaultCommand } from "@aws-sdk/client-backup";
import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import { CreateHostedZoneCommand } from "@aws-sdk/client-route-53";
import { type BucketLocationConstraint, CreateBucketCommand } from "@aws-sdk/client-s3";
import { RunRecord } from "../../../dr/account/run-record";
import { type Aws, connect } from "../../../dr/aws";
import { Drill } from "../../../dr/drill";
import type { Step } from "../../../dr/step";
import { useGate } from "../../../dr/use-gate";
import { leaseTableName, lockTableName, stateBucketName } from "../../../modules/state/contract";
import type { News } from "../../../terraform/process/news";
import { toolchain } from "../../../terraform/toolchain";
import { type GatedAws, openGate } from "../../../tools/gate/gated-aws";
import { standing } from "../../../tools/gate/upstream";
import { emulator } from "../../../tools/local-aws/emulator";
import { anySettings } from "./settings";

const { environment, lost, target } = anySettings();
export const [shared, source, recovery] = [
  "dev-global-dns",
  "dev-eu-west-1-network",
  "dev-eu-central-1-recovery-of-eu-west-1",
];
const regionOf = { [shared]: environment.stateRegion, [source]: lost.name, [recovery]: target.region };

/** Name of the file that is all that a root makes; the recovery's is in its run's name. */
const nameOf = { [shared]: "zone", [source]: "vpc", [recovery]: "${var.name_prefix}-vpc" };

/**
 * An account of a local AWS: state buckets and lock tables, and a checkout with a root of each kind.
 *
 * Each root makes one file and needs no provider, which would take a hundred times as long to start. The file says which
 * run the provider would mark with.
 */
export async function accountWorld(local: GatedAws) {
  const folder = mkdtempSync(join(tmpdir(), "account-"));
  const checkout = join(folder, "source");
  const made = join(folder, "made");
  mkdirSync(made);
  for (const id of [shared, source, recovery]) writeRoot(checkout, id, made);

  const { repository, ...commits } = twoCommits(folder);
  const logFolder = join(folder, "logs");

  // A drill's own gate, which protects what was there from it; `local` is everybody's.
  const dns = { nameServer: local.nameServer ?? "", lose: async () => {} };
  const gate = await openGate({ ...standing(emulator({ url: new URL(local.endpoint) })), dns }, (endpoint) => ({
    ...local.environment,
    AWS_ENDPOINT_URL: endpoint,
  }));
  const drill = (run: string): Drill => {
    const { terraform } = toolchain();
    const upstream = () => emulator({ url: new URL(local.endpoint) });
    const where = { kind: "account", upstream } as const;
    const one = new Drill(anySettings({ run, where, repository, workFolder: folder, logFolder, terraform }));
    useGate(one, gate);
    const roots = [shared, source, recovery].map((id) => ({ id, dependencies: [] }));
    one.found.source = { folder: checkout, roots };
    one.found.before = {};
    one.found.record = new RunRecord(one.need("aws")(environment.stateRegion).s3, environment, run);
    return one;
  };
  const clients = new Map<string, Aws>();
  const aws = (region: string): Aws => {
    const known = clients.get(region) ?? connect(local.environment, region);
    clients.set(region, known);
    return known;
  };
  for (const region of new Set(Object.values(regionOf))) {
    const CreateBucketConfiguration = { LocationConstraint: region as BucketLocationConstraint };
    await aws(region).s3.send(
      new CreateBucketCommand({ Bucket: stateBucketName(environment, region), CreateBucketConfiguration }),
    );
    for (const TableName of [lockTableName, leaseTableName])
      await aws(region).dynamodb.send(
        new CreateTableCommand({
          TableName,
          AttributeDefinitions: [{ AttributeName: "LockID", AttributeType: "S" }],
          KeySchema: [{ AttributeName: "LockID", KeyType: "HASH" }],
          BillingMode: "PAY_PER_REQUEST",
        }),
      );
  }
  for (const region of [target.region, target.copiesTo])
    await aws(region).backup.send(new CreateBackupVaultCommand({ BackupVaultName: `dev-${region}-copies` }));
  const { HostedZone } = await aws("us-east-1").route53.send(
    new CreateHostedZoneCommand({ Name: environment.domain, CallerReference: "zone" }),
  );
  return {
    ...commits,
    zoneId: HostedZone?.Id,
    aws,
    drill,
    environment,
    lost,
    target,
    /** The files of the roots that stand. */
    standing: (): string[] => readdirSync(made).sort(),
    /** The run that each of them is marked with, if any. */
    marks: (): Record<string, string> =>
      Object.fromEntries(readdirSync(made).map((file) => [file, readFileSync(join(made, file), "utf8")])),
    remove: async () => {
      await gate.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A repository with a commit in origin's main, and one on a branch that is not merged. */
function twoCommits(folder: string): { repository: string; commit: string; unmerged: string } {
  const repository = join(folder, "repository");
  execFileSync("git", ["init", "--quiet", repository]);
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", repository, "-c", "user.name=t", "-c", "user.email=t@example.com", ...args], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  const tree = git("write-tree");
  const commit = git("commit-tree", "-m", "one", tree);
  git("update-ref", "refs/remotes/origin/main", commit);
  return { repository, commit, unmerged: git("commit-tree", "-m", "two", "-p", commit, tree) };
}

function writeRoot(checkout: string, id: string, made: string): void {
  const folder = join(checkout, "cdktf.out/stacks", id);
  mkdirSync(folder, { recursive: true });
  const region = regionOf[id] ?? "";
  const backend = {
    bucket: stateBucketName(environment, region),
    key: `dev/${id}.tfstate`,
    region,
    dynamodb_table: lockTableName,
  };
  const make = { command: "printf %s $TF_AWS_DEFAULT_TAGS_Run > ${self.input.file}" };
  const remove = { command: "rm ${self.input.file}", when: "destroy" };
  const content = {
    terraform: { required_providers: {}, backend: { s3: { ...backend, use_lockfile: true } } },
    variable: {
      ephemeral: { type: "bool", default: false },
      ...(id === recovery ? { name_prefix: { type: "string" }, snapshot_arn: { type: "string" } } : {}),
    },
    resource: {
      terraform_data: {
        one: {
          input: { file: join(made, nameOf[id] ?? ""), ephemeral: "${var.ephemeral}" },
          provisioner: { "local-exec": [make, remove] },
        },
      },
    },
  };
  writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(content));
}

/** Runs a step alone; gives what it said. */
export async function runAlone(step: Step, drill: Drill): Promise<string> {
  const said: string[] = [];
  const say = (news: News) => said.push(typeof news === "string" ? news : JSON.stringify(news));
  await step.run(drill, { signal: new AbortController().signal, say });
  return said.join("\n");
}
