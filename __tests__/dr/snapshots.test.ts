import {
  CreateDBClusterCommand,
  CreateDBClusterSnapshotCommand,
  CreateDBInstanceCommand,
  CreateDBSnapshotCommand,
} from "@aws-sdk/client-rds";
import { type Aws, connect } from "../../dr/aws";
import { Made, type Thing } from "../../dr/made";
import { snapshotsCalled } from "../../dr/snapshots/snapshots";
import { takeBack } from "../../dr/take-back";
import type { GatedAws } from "../../tools/gate/gated-aws";
import { emptyLocalAws } from "../support/local-aws";

let local: GatedAws;
let source: Aws;
beforeAll(async () => {
  local = await emptyLocalAws();
  source = connect(local.environment, "eu-west-1");
});
afterAll(() => local.stop());

const login = { MasterUsername: "shopkeeper", MasterUserPassword: "correct-horse-battery", StorageEncrypted: true };
const cluster = (DBClusterIdentifier: string) =>
  source.rds.send(new CreateDBClusterCommand({ ...login, DBClusterIdentifier, Engine: "aurora-postgresql" }));
const Tags = [{ Key: "Run", Value: "dr-261123030000-k7qd" }];
const take = (DBClusterIdentifier: string, DBClusterSnapshotIdentifier: string) =>
  source.rds.send(new CreateDBClusterSnapshotCommand({ DBClusterIdentifier, DBClusterSnapshotIdentifier, Tags }));
const make = {
  aws_db_cluster_snapshot: async () => {
    await cluster("aurora-orders");
    await take("aurora-orders", "aws-db-cluster-snapshot");
  },
  aws_db_snapshot: async () => {
    const DBInstanceIdentifier = "rds-orders";
    const instance = { ...login, DBInstanceIdentifier, Engine: "postgres", AllocatedStorage: 20 };
    await source.rds.send(new CreateDBInstanceCommand({ ...instance, DBInstanceClass: "db.t4g.medium" }));
    const of = { DBInstanceIdentifier, DBSnapshotIdentifier: "aws-db-snapshot", Tags };
    await source.rds.send(new CreateDBSnapshotCommand(of));
  },
};
const run = "dr-261123030000-k7qd";
const at = { say: () => {} };

it.each(["aws_db_cluster_snapshot", "aws_db_snapshot"] as const)(
  "finds an %s of an earlier version, with the run that it is marked with, and removes it",
  async (type) => {
    const { find, remove } = snapshotsCalled[type];
    await make[type]();
    expect(await find(source.rds, type.replaceAll("_", "-"))).toEqual({ run });
    for (let times = 0; times < 2; times++) await remove(source.rds, type.replaceAll("_", "-"));
    expect(await find(source.rds, type.replaceAll("_", "-"))).toBeUndefined();
  },
);

describe("what a step makes itself", () => {
  const snapshot = { type: "aws_db_cluster_snapshot", name: `${run}-orders`, region: "eu-west-1" } as const;
  const { find } = snapshotsCalled.aws_db_cluster_snapshot;
  /** What is written down, whenever that is; and what makes the snapshot. */
  function written() {
    const kept: (readonly Thing[])[] = [];
    const made = new Made(async (things) => void kept.push(things));
    const begin = async () => (await take("aurora-orders", snapshot.name)).DBClusterSnapshot?.DBClusterSnapshotArn;
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
