import { CreateKeyCommand } from "@aws-sdk/client-kms";
import {
  CopyDBSnapshotCommand,
  CreateDBInstanceCommand,
  CreateDBSnapshotCommand,
  CreateDBSubnetGroupCommand,
  ModifyDBInstanceCommand,
  RestoreDBInstanceFromDBSnapshotCommand,
} from "@aws-sdk/client-rds";
import { type Aws, connect } from "../../../dr/aws";
import { ask } from "../../../dr/check";
import { encryptTheDatabase } from "../../../dr/checks/encrypt-the-database";
import { keepTheDatabasePrivate } from "../../../dr/checks/keep-the-database-private";
import { restoreFromTheSnapshot } from "../../../dr/checks/restore-from-the-snapshot";
import { runTheDatabase } from "../../../dr/checks/run-the-database";
import { spreadTheDatabase } from "../../../dr/checks/spread-the-database";
import type { RecoveredRegion } from "../../../dr/checks/view";
import type { GatedAws } from "../../../tools/gate/gated-aws";
import { emptyLocalAws } from "../../support/local-aws";
import { makeNetwork, type Network } from "../support/healthy-network";
import { healthyRegion, lostAws, targetRegion, zones } from "../support/healthy-region";
import { need } from "../support/need";

let local: GatedAws;
let network: Network;
let number = 0;

beforeAll(async () => {
  local = await emptyLocalAws();
  network = await makeNetwork(connect(local.environment, targetRegion), zones);
});
afterAll(() => local.stop());

const settings = {
  ...{ Engine: "postgres", EngineVersion: "16.8", DBInstanceClass: "db.t4g.medium", AllocatedStorage: 20 },
  ...{ MasterUsername: "shopkeeper", MasterUserPassword: "correct-horse-battery", StorageEncrypted: true },
};

/** A snapshot of an instance in the lost region, copied to the target. */
async function copiedSnapshot(source: Aws, target: Aws, prefix: string): Promise<string> {
  await source.rds.send(new CreateDBInstanceCommand({ ...settings, DBInstanceIdentifier: `${prefix}-lost` }));
  const taken = await source.rds.send(
    new CreateDBSnapshotCommand({ DBInstanceIdentifier: `${prefix}-lost`, DBSnapshotIdentifier: `${prefix}-taken` }),
  );
  const { KeyMetadata } = await target.kms.send(new CreateKeyCommand({}));
  const copied = await target.rds.send(
    new CopyDBSnapshotCommand({
      SourceDBSnapshotIdentifier: taken.DBSnapshot?.DBSnapshotArn,
      TargetDBSnapshotIdentifier: `${prefix}-copy`,
      KmsKeyId: KeyMetadata?.Arn,
    }),
  );
  return need(copied.DBSnapshot?.DBSnapshotArn);
}

/** A region whose database is one RDS instance with a standby, restored from a copied snapshot. */
async function region(multiAz = true): Promise<{ view: RecoveredRegion; instance: string }> {
  const prefix = `rds-${++number}`;
  const { view } = await healthyRegion(local, prefix, { front: false, database: false, network });
  const snapshotArn = await copiedSnapshot(lostAws(local), view.aws, prefix);
  const instance = `${prefix}-orders`;
  const subnets = { DBSubnetGroupName: instance, DBSubnetGroupDescription: "data", SubnetIds: network.dataSubnets };
  await view.aws.rds.send(new CreateDBSubnetGroupCommand({ ...subnets, SubnetIds: [...network.dataSubnets] }));
  await view.aws.rds.send(
    new RestoreDBInstanceFromDBSnapshotCommand({
      ...{ DBInstanceIdentifier: instance, DBSnapshotIdentifier: snapshotArn, DBSubnetGroupName: instance },
      ...{ VpcSecurityGroupIds: [network.databaseGroup], MultiAZ: multiAz, PubliclyAccessible: false },
    }),
  );
  const calls = local.calls().filter((call) => call.region === targetRegion);
  return { instance, view: { ...view, snapshotArn, calls, database: { engine: "rds" } } };
}
const failed = (...problems: unknown[]) => ({ status: "failed", problems });

it("passes when the instance is available with a standby, restored, encrypted, private", async () => {
  const { view } = await region();
  for (const check of [
    runTheDatabase,
    spreadTheDatabase,
    encryptTheDatabase,
    keepTheDatabasePrivate,
    restoreFromTheSnapshot,
  ])
    expect(await ask(check, view)).toMatchObject({ status: "passed", problems: [] });
});

it("fails when there is a cluster of its name in its place, or nothing", async () => {
  const { view } = await healthyRegion(local, "aurora", { front: false, network });
  const { view: empty } = await healthyRegion(local, "nothing", { front: false, database: false, network });
  for (const [prefix, other] of Object.entries({ aurora: view, nothing: empty }))
    expect(await ask(runTheDatabase, { ...other, database: { engine: "rds" } })).toMatchObject(
      failed(`there is no instance ${prefix}-orders in eu-central-1`),
    );
});

it("fails when it has no standby", async () => {
  const { view, instance } = await region(false);
  expect(await ask(runTheDatabase, view)).toMatchObject(failed(`instance ${instance} has no standby in another zone`));
  expect(await ask(spreadTheDatabase, view)).toMatchObject(
    failed("2 instances are in 1 zones (eu-central-1a), not in 2"),
  );
});

it("fails while it takes its first backup", async () => {
  const { view, instance } = await region();
  await view.aws.rds.send(new ModifyDBInstanceCommand({ DBInstanceIdentifier: instance, BackupRetentionPeriod: 7 }));
  expect(await ask(runTheDatabase, view)).toMatchObject(failed(`instance ${instance} is backing-up, not available`));
});

it("fails when it is publicly accessible", async () => {
  const { view, instance } = await region();
  await view.aws.rds.send(new ModifyDBInstanceCommand({ DBInstanceIdentifier: instance, PubliclyAccessible: true }));
  expect(await ask(keepTheDatabasePrivate, view)).toMatchObject(failed(`instance ${instance} is publicly accessible`));
});

it("fails when another snapshot was restored, under whose key it then is", async () => {
  const { view } = await region();
  const other = await copiedSnapshot(lostAws(local), view.aws, `rds-${number}-2`);
  expect(await ask(restoreFromTheSnapshot, { ...view, snapshotArn: other })).toMatchObject(
    failed(
      `the instance was made by RestoreDBInstanceFromDBSnapshot from ${view.snapshotArn}, not by RestoreDBInstanceFromDBSnapshot from ${other}`,
      "the instance is older than the snapshot",
    ),
  );
  expect(await ask(encryptTheDatabase, { ...view, snapshotArn: other })).toMatchObject(
    failed(expect.stringContaining("not under the snapshot's key")),
  );
});
