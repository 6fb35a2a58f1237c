import { PutItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { CreateDBClusterCommand, CreateDBClusterSnapshotCommand } from "@aws-sdk/client-rds";
import { CreateBucketCommand, ListObjectsV2Command, PutObjectCommand } from "@aws-sdk/client-s3";
import { Lease } from "../../dr/account/lease";
import { RunRecord } from "../../dr/account/run-record";
import { runStateKey } from "../../dr/account/run-states";
import { deleteSnapshots } from "../../dr/clean-up/delete-snapshots";
import { destroyRecoveries } from "../../dr/clean-up/destroy-recoveries";
import { destroySource } from "../../dr/clean-up/destroy-source";
import { sweepRuns } from "../../dr/clean-up/sweep-runs";
import { terraformRoot } from "../../dr/roots";
import { snapshotsOf } from "../../dr/snapshots";
import { everyPlace } from "../../dr/steps/note-what-is-there";
import { recoveryRoot, variablesOf } from "../../dr/steps/recover";
import { seeWhatStands } from "../../dr/steps/see-what-stands";
import { lockTableName, stateBucketName } from "../../regions/location";
import type { GatedAws } from "../../tools/gate/gated-aws";
import { startLocalAws } from "../../tools/local-aws/local-aws";
import { accountWorld, runAlone, shared, source } from "./support/account-world";

jest.setTimeout(120_000);

const never = new AbortController().signal;
const [run, later] = ["dr-2611230300", "dr-2611240300"];

let local: GatedAws;
let world: Awaited<ReturnType<typeof accountWorld>>;
const begin = async () => {
  local = await startLocalAws({ account: "111122223333" });
  world = await accountWorld(local);
};
const end = async () => {
  world.remove();
  await local.stop();
};

async function apply(id: string): Promise<void> {
  const drill = world.drill(run);
  const root = terraformRoot(drill, drill.need("source").folder, id);
  await root.init(never);
  await root.apply(never, await root.plan(never));
}

/** What a drill has made when it is killed: its region, the recovered one, its snapshot, a lock, and its record. */
async function killedDrill(): Promise<void> {
  const { aws, environment, target } = world;
  const drill = world.drill(run);
  await new RunRecord(aws(environment.stateRegion).s3, environment, run).keep(await everyPlace(drill));
  await apply(source);
  drill.found.recovery = drill.need("source");
  const root = recoveryRoot(drill);
  await root.init(never, { key: runStateKey(environment, target.region, run) });
  await root.apply(never, await root.plan(never, variablesOf(run, "arn:aws:rds:eu-central-1:1:cluster-snapshot:s")));

  const { rds } = aws(target.region);
  await rds.send(
    new CreateDBClusterCommand({
      DBClusterIdentifier: "mine",
      Engine: "aurora-postgresql",
      MasterUsername: "shop",
      MasterUserPassword: "a-secret-1",
    }),
  );
  for (const name of [`${run}-orders-copy`, `${run}-of-mine`])
    await rds.send(
      new CreateDBClusterSnapshotCommand({ DBClusterIdentifier: "mine", DBClusterSnapshotIdentifier: name }),
    );

  const { key, region } = terraformRoot(drill, drill.need("source").folder, source).backend;
  const bucket = stateBucketName(environment, region);
  await aws(region).s3.send(new PutObjectCommand({ Bucket: bucket, Key: `${key}.tflock`, Body: '{"ID":"dead"}' }));
  const lock = { LockID: { S: `${bucket}/${key}` }, Info: { S: '{"ID":"dead"}' } };
  await aws(region).dynamodb.send(new PutItemCommand({ TableName: lockTableName, Item: lock }));
}

describe("what stands", () => {
  beforeAll(begin);
  afterAll(end);

  it("stops a drill where what regions share is not as git has it, and says how to deploy it", async () => {
    await expect(runAlone(seeWhatStands, world.drill(run))).rejects.toThrow(
      "dev-global-dns: not deployed as git has it. The plans are in drill-report/logs. Deploy: npx cdktf deploy dev-global-dns",
    );
  });

  it("lets a drill go on where that is deployed, but never where the region to lose is, too", async () => {
    await apply(shared);
    expect(await runAlone(seeWhatStands, world.drill(run))).toContain("eu-west-1 is free");
    await apply(source);
    await expect(runAlone(seeWhatStands, world.drill(run))).rejects.toThrow(
      "dev-eu-west-1-network (1 resources): there already, and a drill would destroy it.",
    );
    expect(await world.buckets()).toContain("vpc");
  });
});

describe("a clean-up", () => {
  beforeEach(begin);
  afterEach(end);

  it("destroys what a killed drill has left, through the states that it has in the account, and nothing else", async () => {
    await apply(shared);
    await killedDrill();
    expect(await world.buckets()).toEqual([`${run}-vpc`, "vpc", "zone"]);

    // With nothing of the drill's own but the account.
    const cleaner = world.drill(later);
    expect(await runAlone(destroyRecoveries, cleaner)).toContain(`${run}: 1 resources of its recovery`);
    expect(await runAlone(destroySource, cleaner)).toContain("dev-eu-west-1-network: 1 resources");
    await runAlone(deleteSnapshots, cleaner);

    expect(await world.buckets()).toEqual(["zone"]);
    const { aws, target, environment } = world;
    expect(await snapshotsOf.aurora.list(aws(target.region).rds)).toEqual([`${run}-of-mine`]);
    const states = { Bucket: stateBucketName(environment, target.region) };
    expect((await aws(target.region).s3.send(new ListObjectsV2Command(states))).Contents ?? []).toEqual([]);
    const locks = await aws(target.region).dynamodb.send(new ScanCommand({ TableName: lockTableName }));
    expect(locks.Items).toEqual([]);
  });

  it("names what no state has, keeps the record of the drill until that is gone, and then forgets it", async () => {
    const { aws, environment } = world;
    const { s3 } = aws(environment.stateRegion);
    await new RunRecord(s3, environment, run).keep(await everyPlace(world.drill(run)));
    await aws("us-east-1").s3.send(new CreateBucketCommand({ Bucket: "stray" }));
    const url = `s3://shop-state-111122223333-eu-north-1/dev/drills/${run}.json`;
    for (let time = 1; time <= 2; time++)
      await expect(runAlone(sweepRuns, world.drill(later))).rejects.toThrow(
        new RegExp(`not there before ${run}[\\s\\S]*aws_s3_bucket stray in us-east-1[\\s\\S]*aws s3 rm ${url}$`),
      );

    await new RunRecord(s3, environment, run).keep(await everyPlace(world.drill(run)));
    expect(await runAlone(sweepRuns, world.drill(later))).toBe(`${run}: 0 left over`);
    expect(await runAlone(sweepRuns, world.drill(later))).toBe("no drill is on record that did not end well");
  });
});

describe("the lease", () => {
  beforeAll(begin);
  afterAll(end);

  const dynamodb = () => world.aws(world.environment.stateRegion).dynamodb;
  const seenAt = (time: number) =>
    dynamodb().send(
      new PutItemCommand({
        TableName: lockTableName,
        Item: { LockID: { S: "dev-drill" }, Holder: { S: "a" }, RenewedAt: { N: String(time) } },
      }),
    );

  it("is of one drill at a time, and says who has it", async () => {
    const first = await Lease.take(dynamodb(), "dev-drill", "a");
    await expect(Lease.take(dynamodb(), "dev-drill", "b")).rejects.toThrow(
      /^dev-drill is held by a, seen \d+ s ago\. Wait/,
    );
    await first.giveBack();
    await (await Lease.take(dynamodb(), "dev-drill", "b")).giveBack();
  });

  it("is lost by who was killed, five minutes after the last word", async () => {
    await seenAt(Date.now() - 4 * 60_000);
    await expect(Lease.take(dynamodb(), "dev-drill", "b")).rejects.toThrow("seen 240 s ago");
    await seenAt(Date.now() - 6 * 60_000);
    await (await Lease.take(dynamodb(), "dev-drill", "b")).giveBack();
  });

  it("is not given back by who has lost it", async () => {
    const first = await Lease.take(dynamodb(), "dev-drill", "a");
    await seenAt(0);
    const second = await Lease.take(dynamodb(), "dev-drill", "b");
    await expect(first.giveBack()).rejects.toThrow("The conditional request failed");
    await second.giveBack();
  });
});
