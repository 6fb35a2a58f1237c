import { CreateKeyCommand } from "@aws-sdk/client-kms";
import { CreateDBClusterCommand, CreateDBInstanceCommand } from "@aws-sdk/client-rds";
import { type Aws, connect } from "../../dr/aws";
import { Drill } from "../../dr/drill";
import { findSnapshot } from "../../dr/lookup/db-snapshot";
import { Made, type Thing } from "../../dr/made";
import { snapshotsOf } from "../../dr/snapshots/snapshots";
import { backUpDatabase, snapshotNames } from "../../dr/steps/back-up-database";
import { takeBack } from "../../dr/take-back";
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
const cluster = (DBClusterIdentifier: string) =>
  source.rds.send(new CreateDBClusterCommand({ ...login, DBClusterIdentifier, Engine: "aurora-postgresql" }));
const make = {
  aurora: () => cluster("aurora-orders"),
  rds: () =>
    source.rds.send(
      new CreateDBInstanceCommand({
        ...{ ...login, DBInstanceIdentifier: "rds-orders", Engine: "postgres" },
        ...{ DBInstanceClass: "db.t4g.medium", AllocatedStorage: 20 },
      }),
    ),
};
const run = "dr-261123030000-k7qd";
const { signal } = new AbortController();
const at = { signal, say: () => {} };

it.each(["aurora", "rds"] as const)(
  "takes a snapshot of %s, copies it under the target's key, marks both with the run, and removes both",
  async (engine) => {
    await make[engine]();
    const { take, copy, available, find, remove } = snapshotsOf[engine];
    const [identifier, copied] = [`${engine}-taken`, `${engine}-copy`];
    const from = need(await take(source.rds, { database: `${engine}-orders`, identifier, run }));
    const taken = await available(source.rds, identifier, signal);
    expect(taken).toEqual({ arn: from, takenAt: expect.any(Date) });
    const key = need((await target.kms.send(new CreateKeyCommand({}))).KeyMetadata?.Arn);
    const arn = need(await copy(target.rds, { source: from, identifier: copied, key, run }));
    expect(await available(target.rds, copied, signal)).toMatchObject({ arn });
    expect(await findSnapshot(target, arn)).toMatchObject({ status: "available", encrypted: true, keyArn: key });
    expect([await find(source.rds, identifier), await find(target.rds, copied)]).toEqual([{ run }, { run }]);

    await remove(source.rds, identifier);
    for (let times = 0; times < 2; times++) await remove(target.rds, copied);
    expect([await find(source.rds, identifier), await find(target.rds, copied)]).toEqual([undefined, undefined]);
  },
);

describe("what a step makes itself", () => {
  const snapshot = { type: "aws_db_cluster_snapshot", name: `${run}-orders`, region: "eu-west-1" } as const;
  const { take, find } = snapshotsOf.aurora;
  /** What is written down, whenever that is; and what makes the snapshot. */
  function written() {
    const kept: (readonly Thing[])[] = [];
    const made = new Made(async (things) => void kept.push(things));
    const begin = () => take(source.rds, { database: "aurora-orders", identifier: snapshot.name, run });
    return { kept, made, begin };
  }
  const back = (made: Made) => takeBack(made, { run, aws: () => source }, at);

  it("is written down before the call that makes it, with its ARN after that, and forgotten once it is gone", async () => {
    const { kept, made, begin } = written();
    await made.make(snapshot, async () => {
      expect(kept).toEqual([[{ ...snapshot, at: expect.any(String) }]]);
      return begin();
    });
    const arn = expect.stringMatching(/^arn:aws:rds:eu-west-1:\d+:cluster-snapshot:dr-261123030000-k7qd-orders$/);
    expect(kept.at(-1)).toEqual([{ ...snapshot, at: expect.any(String), arn }]);
    await back(made);
    expect(kept.at(-1)).toEqual([]);
    expect(await find(source.rds, snapshot.name)).toBeUndefined();
  });

  it("is not made where that cannot be written down", async () => {
    const made = new Made(() => Promise.reject(new Error("the disk is full")));
    await expect(made.make(snapshot, written().begin)).rejects.toThrow("the disk is full");
    expect(await find(source.rds, snapshot.name)).toBeUndefined();
    expect(made.things).toEqual([]);
  });

  it("is taken back though the run ended before AWS had answered: it carries the run's mark", async () => {
    const { kept, made, begin } = written();
    const killed = made.make(snapshot, async () => {
      await begin();
      throw new Error("killed");
    });
    await expect(killed).rejects.toThrow("killed");
    expect(await find(source.rds, snapshot.name)).toEqual({ run });
    // Another process, on another machine: it has what was written down.
    await back(new Made(async () => {}, kept.at(-1)));
    expect(await find(source.rds, snapshot.name)).toBeUndefined();
  });

  it("is nothing to take back where the run ended before AWS was asked", async () => {
    await back(new Made(async () => {}, [{ ...snapshot, at: new Date().toISOString() }]));
  });
});

it("does not take back a snapshot that was there before under the name of its own", async () => {
  const drill = new Drill(anySettings());
  drill.found.aws = () => source;
  await cluster("dev-eu-west-1-orders");
  const [identifier] = snapshotNames(drill.settings.run);
  const { take, find } = snapshotsOf.aurora;
  await take(source.rds, { database: "dev-eu-west-1-orders", identifier, run: "somebodys" });

  const { run, undo } = backUpDatabase;
  await expect(run(drill, at)).rejects.toThrow(identifier);
  await undo?.run(drill, at);
  expect(await find(source.rds, identifier)).toEqual({ run: "somebodys" });
  expect(drill.made.things).toEqual([]);
});
