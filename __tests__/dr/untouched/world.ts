import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  CreateBackupPlanCommand,
  CreateBackupSelectionCommand,
  CreateBackupVaultCommand,
  UpdateRegionSettingsCommand,
} from "@aws-sdk/client-backup";
import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import { CreateRoleCommand } from "@aws-sdk/client-iam";
import { type BucketLocationConstraint, CreateBucketCommand } from "@aws-sdk/client-s3";
import type { Aws } from "../../../dr/aws";
import type { Checkout } from "../../../dr/checkout";
import { recoveryId } from "../../../dr/roots";
import { databaseIdentifier } from "../../../modules/database/contract";
import { leaseTableName, lockTableName, stateBucketName } from "../../../modules/state/contract";
import { regionPrefix, stackId } from "../../../regions/wiring/location";
import { anySettings } from "../support/settings";

const { environment: whole, lost, target } = anySettings();

/** An environment of two regions, with all that is apart from the lost one in the other. */
export const small = anySettings({
  environment: {
    ...whole,
    stateRegion: target.region,
    regions: whole.regions.filter(({ name }) => name === lost.name || name === target.region),
  },
  target: { ...target, copiesTo: target.region },
});

const { environment } = small;
const source = regionPrefix(environment.name, lost.name);

/** Everything that roots make, by ids of roots: what is called, to make it and to remove it. */
interface Made {
  readonly service: string;
  readonly region: string;
  readonly make: string;
  readonly remove: string;
}

const topic = (region: string, name: string): Made => ({
  service: "sns",
  region,
  make: `Action=CreateTopic&Version=2010-03-31&Name=${name}&Tags.member.1.Key=Run&Tags.member.1.Value=RUN`,
  remove: `Action=DeleteTopic&Version=2010-03-31&TopicArn=arn:aws:sns:${region}:${environment.account}:${name}`,
});

const cluster = (region: string, name: string, snapshot?: string): Made => ({
  service: "rds",
  region,
  make:
    `Version=2014-10-31&DBClusterIdentifier=${name}&Engine=aurora-postgresql&Tags.Tag.1.Key=Run&Tags.Tag.1.Value=RUN&Action=` +
    (snapshot === undefined
      ? "CreateDBCluster&MasterUsername=shop&MasterUserPassword=a-secret-1&StorageEncrypted=true"
      : `RestoreDBClusterFromSnapshot&SnapshotIdentifier=${snapshot}`),
  remove: `Action=DeleteDBCluster&Version=2014-10-31&DBClusterIdentifier=${name}&SkipFinalSnapshot=true`,
});

const [shared, standby] = [
  stackId(environment.name, "global", "dns"),
  stackId(environment.name, target.region, "standby"),
];
const [network, database] = ["network", "database"].map((tier) => stackId(environment.name, lost.name, tier)) as [
  string,
  string,
];
const recovery = recoveryId(small);

/** What people deploy, and what a drill finds. */
export const sharedRoots = [shared, standby];

const makes: Readonly<Record<string, readonly Made[]>> = {
  [shared]: [topic(target.region, `${environment.name}-shared`)],
  [standby]: [],
  [network]: [topic(lost.name, `${source}-alarms`)],
  [database]: [cluster(lost.name, databaseIdentifier(source))],
  [recovery]: [
    topic(target.region, "${var.name_prefix}-alarms"),
    cluster(target.region, databaseIdentifier("${var.name_prefix}"), "${var.snapshot_arn}"),
  ],
};

/** Whether something is the state of a root of the drill's own: once it is destroyed, Terraform leaves one that holds nothing. */
export const isOwnState = (key: string): boolean =>
  [network, database].some((id) => key.includes(`${environment.name}/${id}.tfstate`));

/** Signs a call as far as moto looks: which service, in which region. */
const callFile = `
const [service, region, form] = process.argv.slice(2);
const { AWS_ENDPOINT_URL, AWS_ACCESS_KEY_ID, TF_AWS_DEFAULT_TAGS_Run = "" } = process.env;
const scope = [AWS_ACCESS_KEY_ID, "20261123", region, service, "aws4_request"].join("/");
const answer = await fetch(AWS_ENDPOINT_URL, {
  method: "POST",
  body: form.replaceAll("RUN", TF_AWS_DEFAULT_TAGS_Run),
  headers: {
    authorization: "AWS4-HMAC-SHA256 Credential=" + scope + ", SignedHeaders=host, Signature=0a",
    "content-type": "application/x-www-form-urlencoded",
  },
});
const text = await answer.text();
if (!answer.ok && !/NotFound/.test(text)) {
  console.error(text);
  process.exit(1);
}
`;

/** Writes roots that need no provider of AWS, whose start takes longer than all that they do: each makes little, by real calls. */
export function writeRoots(folder: string, keyArn: string): Checkout {
  const call = join(folder, "call.mjs");
  mkdirSync(folder, { recursive: true });
  writeFileSync(call, callFile);
  for (const [id, made] of Object.entries(makes)) {
    const region = id === shared || id === standby ? target.region : (made[0]?.region ?? "");
    const bucket = stateBucketName(environment, region);
    const backend = { bucket, key: `${environment.name}/${id}.tfstate`, region, dynamodb_table: lockTableName };
    const run = (form: string) =>
      `'${process.execPath}' '${call}' \${self.input.service} \${self.input.region} "\${self.input.${form}}"`;
    const resource = Object.fromEntries(
      made.map((one, index) => [
        `one${index}`,
        {
          input: { ...one },
          provisioner: {
            "local-exec": [{ command: run("make") }, { command: run("remove"), when: "destroy" }],
          },
        },
      ]),
    );
    const content = {
      terraform: { required_providers: {}, backend: { s3: { ...backend, use_lockfile: true } } },
      variable: {
        ephemeral: { type: "bool", default: false },
        ...(id === recovery ? { name_prefix: { type: "string" }, snapshot_arn: { type: "string" } } : {}),
      },
      ...(made.length > 0 ? { resource: { terraform_data: resource } } : {}),
      ...(id === standby ? { output: { snapshot_key_arn: { value: keyArn } } } : {}),
    };
    mkdirSync(join(folder, "cdktf.out/stacks", id), { recursive: true });
    writeFileSync(join(folder, "cdktf.out/stacks", id, "cdk.tf.json"), JSON.stringify(content));
  }
  return { folder, roots: Object.keys(makes).map((id) => ({ id, dependencies: id === database ? [network] : [] })) };
}

/** A repository with one commit, in origin's main. */
export function repositoryIn(folder: string): { repository: string; commit: string } {
  const repository = join(folder, "repository");
  execFileSync("git", ["init", "--quiet", repository]);
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", repository, "-c", "user.name=t", "-c", "user.email=t@example.com", ...args], {
      encoding: "utf8",
    }).trim();
  const commit = git("commit-tree", "-m", "one", git("write-tree"));
  git("update-ref", "refs/remotes/origin/main", commit);
  return { repository, commit };
}

/** What an account has before any drill: state buckets, tables of locks, the plan of backups, and the vault of copies. */
export async function makeAccount(aws: (region: string) => Aws): Promise<void> {
  for (const region of [lost.name, target.region]) {
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
  await aws(target.region).backup.send(
    new CreateBackupVaultCommand({ BackupVaultName: `${regionPrefix(environment.name, target.region)}-copies` }),
  );
  await makePlan(aws(lost.name));
}

/** A plan that backs up the database of the region to lose: a role and a vault of which AWS Backup makes what the drill asks for. */
async function makePlan({ backup, iam }: Aws): Promise<void> {
  await backup.send(new UpdateRegionSettingsCommand({ ResourceTypeOptInPreference: { Aurora: true } }));
  const BackupVaultName = `${source}-backups`;
  await backup.send(new CreateBackupVaultCommand({ BackupVaultName }));
  const trust = { Effect: "Allow", Principal: { Service: "backup.amazonaws.com" }, Action: "sts:AssumeRole" };
  const AssumeRolePolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: [trust] });
  const { Role } = await iam.send(new CreateRoleCommand({ RoleName: `${source}-backup`, AssumeRolePolicyDocument }));
  const Rules = [{ RuleName: "daily", TargetBackupVaultName: BackupVaultName }];
  const BackupPlan = { BackupPlanName: source, Rules };
  const { BackupPlanId } = await backup.send(new CreateBackupPlanCommand({ BackupPlan }));
  const BackupSelection = {
    SelectionName: "database",
    IamRoleArn: Role?.Arn,
    Resources: [`arn:aws:rds:${lost.name}:${environment.account}:cluster:${databaseIdentifier(source)}`],
  };
  await backup.send(new CreateBackupSelectionCommand({ BackupPlanId, BackupSelection }));
}
