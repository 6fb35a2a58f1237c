import { CreateKeyCommand } from "@aws-sdk/client-kms";
import { CreateDBClusterCommand, CreateDBInstanceCommand } from "@aws-sdk/client-rds";
import { type Aws, connect } from "../../dr/aws";
import { Drill } from "../../dr/drill";
import { findSnapshot } from "../../dr/lookup/db-snapshot";
import { snapshotsOf } from "../../dr/snapshots";
import { backUpDatabase, snapshotNames } from "../../dr/steps/back-up-database";
import type { GatedAws } from "../../tools/gate/gated-aws";
import { emptyLocalAws } from "../support/local-aws";
import { need } from "./support/need";
import { anySettings } from "./support/settings";

let local: GatedAws;
let source: Aws;
let target: Aws;
beforeAll(async () => {
  local = await emptyLocalAws();
  source = connect(local.environment, "eu-west-1");
  target = connect(local.environment, "eu-central-1");
});
afterAll(() => local.stop());

const login = { MasterUsername: "shopkeeper", MasterUserPassword: "correct-horse-battery", StorageEncrypted: true };
const make = {
  aurora: () =>
    source.rds.send(
      new CreateDBClusterCommand({ ...login, DBClusterIdentifier: "aurora-orders", Engine: "aurora-postgresql" }),
    ),
  rds: () =>
    source.rds.send(
      new CreateDBInstanceCommand({
        ...{ ...login, DBInstanceIdentifier: "rds-orders", Engine: "postgres" },
        ...{ DBInstanceClass: "db.t4g.medium", AllocatedStorage: 20 },
      }),
    ),
};

it.each(["aurora", "rds"] as const)(
  "takes a snapshot of %s, copies it under the target's key, and removes both",
  async (engine) => {
    await make[engine]();
    const { take, copy, remove } = snapshotsOf[engine];
    const { signal } = new AbortController();
    const taken = await take(source.rds, { database: `${engine}-orders`, identifier: `${engine}-taken` }, signal);
    const key = need((await target.kms.send(new CreateKeyCommand({}))).KeyMetadata?.Arn);
    const { arn } = await copy(target.rds, { source: need(taken.arn), identifier: `${engine}-copy`, key }, signal);
    expect(await findSnapshot(target, need(arn))).toMatchObject({ status: "available", encrypted: true, keyArn: key });
    expect(taken.takenAt).toBeInstanceOf(Date);

    await remove(source.rds, `${engine}-taken`);
    for (let times = 0; times < 2; times++) await remove(target.rds, `${engine}-copy`);
    expect(await findSnapshot(source, need(taken.arn))).toBeUndefined();
    expect(await findSnapshot(target, need(arn))).toBeUndefined();
  },
);

it("does not take back a snapshot that was there before under the name of its own", async () => {
  const drill = new Drill(anySettings());
  drill.found.aws = () => source;
  const DBClusterIdentifier = "dev-eu-west-1-orders";
  await source.rds.send(new CreateDBClusterCommand({ ...login, DBClusterIdentifier, Engine: "aurora-postgresql" }));
  const [identifier] = snapshotNames(drill.settings.run);
  const { signal } = new AbortController();
  const taken = await snapshotsOf.aurora.take(source.rds, { database: DBClusterIdentifier, identifier }, signal);

  const { run, undo } = backUpDatabase;
  await expect(run(drill, { signal, say: () => {} })).rejects.toThrow(identifier);
  await undo?.run(drill, { signal, say: () => {} });
  expect(await findSnapshot(source, need(taken.arn))).toMatchObject({ status: "available" });
});
