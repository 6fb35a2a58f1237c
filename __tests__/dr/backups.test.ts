import {
  CreateBackupVaultCommand,
  DeleteBackupVaultCommand,
  StartBackupJobCommand,
  UpdateRegionSettingsCommand,
} from "@aws-sdk/client-backup";
import { CreateKeyCommand } from "@aws-sdk/client-kms";
import { CreateDBClusterCommand, CreateDBInstanceCommand } from "@aws-sdk/client-rds";
import { type Aws, connect } from "../../dr/aws";
import { backUp, copyInto } from "../../dr/backups/jobs";
import { deletePoint, pointsIn } from "../../dr/backups/points";
import { waitForJobs } from "../../dr/backups/wait-for-jobs";
import { Drill } from "../../dr/drill";
import { findSnapshot } from "../../dr/lookup/db-snapshot";
import { Made } from "../../dr/made";
import { backUpDatabase } from "../../dr/steps/back-up-database";
import { takeBack } from "../../dr/take-back";
import type { GatedAws } from "../../tools/gate/gated-aws";
import { emptyLocalAws } from "../support/local-aws";
import { makeBackups } from "./support/healthy-backups";
import { need } from "./support/need";
import { anySettings } from "./support/settings";

const account = "123456789012";
const { environment } = anySettings();
const settings = anySettings({ environment: { ...environment, account } });
const { run } = settings;
const arn = (database: string) => `arn:aws:rds:eu-west-1:${account}:${database}`;
const cluster = arn("cluster:dev-eu-west-1-orders");
const never = new AbortController().signal;
const at = { signal: never, say: () => {} };

let local: GatedAws;
let source: Aws;
let target: Aws;
let roleArn: string;
let destination: { readonly keyArn: string; readonly vaultArn: string };
beforeAll(async () => {
  local = await emptyLocalAws(account);
  source = connect(local.environment, "eu-west-1");
  target = connect(local.environment, "eu-central-1");
  await source.backup.send(new UpdateRegionSettingsCommand({ ResourceTypeOptInPreference: { Aurora: true } }));
  await vault(source, "shop");
  const login = { MasterUsername: "shopkeeper", MasterUserPassword: "correct-horse-battery", StorageEncrypted: true };
  const aurora = { ...login, DBClusterIdentifier: "dev-eu-west-1-orders", Engine: "aurora-postgresql" };
  await source.rds.send(new CreateDBClusterCommand(aurora));
  const rds = { ...login, DBInstanceIdentifier: "rds-orders", Engine: "postgres", AllocatedStorage: 20 };
  await source.rds.send(new CreateDBInstanceCommand({ ...rds, DBInstanceClass: "db.t4g.medium" }));
  roleArn = (await makeBackups(source, target, "dev-eu-west-1")).backupRoleArn;
  const { KeyMetadata } = await target.kms.send(new CreateKeyCommand({}));
  const keyArn = need(KeyMetadata?.Arn);
  destination = { keyArn, vaultArn: await vault(target, "dev-eu-central-1-copies", keyArn) };
});
afterAll(() => local.stop());

async function vault({ backup }: Aws, BackupVaultName: string, EncryptionKeyArn?: string): Promise<string> {
  const made = await backup.send(new CreateBackupVaultCommand({ BackupVaultName, EncryptionKeyArn }));
  return need(made.BackupVaultArn);
}

const pointArns = async (aws: Aws, name: string) =>
  (await pointsIn(aws, name)).map(({ RecoveryPointArn }) => RecoveryPointArn);

it.each([
  ["Aurora", cluster, "cluster-snapshot"],
  ["RDS", arn("db:rds-orders"), "snapshot"],
])("has AWS Backup back up %s, and copy that under the key of the target's vault", async (_, databaseArn, kind) => {
  const of = { databaseArn, vaultName: "shop", roleArn };
  const { recoveryPointArn, createdAt } = await backUp(source, { ...of, run }, never);
  expect(recoveryPointArn).toContain(`:${kind}:awsbackup:job-`);
  const destinationVaultArn = destination.vaultArn;
  const copy = await copyInto(source, { ...of, recoveryPointArn, destinationVaultArn }, never);
  expect(copy.recoveryPointArn).toContain(`:eu-central-1:${account}:${kind}:awsbackup:copyjob-`);
  const snapshot = await findSnapshot(target, copy.recoveryPointArn);
  expect(snapshot).toMatchObject({ status: "available", encrypted: true, keyArn: destination.keyArn, run });
  const copies = await pointsIn(target, "dev-eu-central-1-copies");
  const its = copies.find((one) => one.RecoveryPointArn === copy.recoveryPointArn);
  expect(its?.CreationDate).toEqual(createdAt);
});

it("backs up by the plan of the region, says how old that is, and takes both back", async () => {
  const before = [await pointArns(source, "shop"), await pointArns(target, "dev-eu-central-1-copies")];
  const drill = new Drill(settings);
  drill.found.aws = (region) => (region === "eu-west-1" ? source : target);
  await backUpDatabase.run(drill, at);
  const { snapshot } = drill.found;
  expect(Date.now() - (snapshot?.takenAt ?? 0)).toBeGreaterThan(1000 * ((snapshot?.copySeconds ?? 0) + 1));
  expect(await pointArns(target, "dev-eu-central-1-copies")).toContain(snapshot?.copyArn);
  expect(drill.made.things.map(({ name, arn }) => [name, arn])).toEqual([
    ["shop", expect.stringContaining("awsbackup:job-")],
    ["dev-eu-central-1-copies", snapshot?.copyArn],
  ]);
  await backUpDatabase.undo?.run(drill, at);
  expect([await pointArns(source, "shop"), await pointArns(target, "dev-eu-central-1-copies")]).toEqual(before);
});

it("fails where no plan backs the database up", async () => {
  const drill = new Drill(anySettings());
  drill.found.aws = () => source;
  await expect(backUpDatabase.run(drill, at)).rejects.toThrow("is in no backup plan");
});

it("takes back what the run's mark is on, though the run ended before AWS had answered, and nothing else", async () => {
  await vault(source, "killed");
  const of = { databaseArn: cluster, vaultName: "killed", roleArn };
  const [somebodys] = await Promise.all(
    ["dr-2611240300", run].map((one) => backUp(source, { ...of, run: one }, never)),
  );
  const thing = { type: "aws_backup_recovery_point", name: "killed", region: "eu-west-1" } as const;
  const made = new Made(async () => {}, [{ ...thing, at: new Date().toISOString() }]);
  await takeBack(made, { run, aws: () => source }, at);
  expect(await pointArns(source, "killed")).toEqual([somebodys?.recoveryPointArn]);
  expect(made.things).toEqual([]);
});

it("takes nothing back of a vault that is gone", async () => {
  const thing = { type: "aws_backup_recovery_point", name: "gone", region: "eu-west-1" } as const;
  await takeBack(new Made(async () => {}, [{ ...thing, at: "" }]), { run, aws: () => source }, at);
});

it("waits until AWS Backup has ended its jobs before a vault is destroyed, which AWS refuses before", async () => {
  const BackupVaultName = "dr-2611230300-backups";
  await vault(source, BackupVaultName);
  const job = new StartBackupJobCommand({ BackupVaultName, ResourceArn: cluster, IamRoleArn: roleArn });
  await source.backup.send(job);
  const destroy = () => source.backup.send(new DeleteBackupVaultCommand({ BackupVaultName }));
  await expect(destroy()).rejects.toThrow("jobs work for it");
  const said: unknown[] = [];
  await waitForJobs(source, "dr-2611230300", { signal: never, say: (news) => said.push(news) });
  expect(said[0]).toContain("waiting until AWS Backup has ended backup job");
  for (const point of await pointArns(source, BackupVaultName)) await deletePoint(source, BackupVaultName, need(point));
  await destroy();
});
