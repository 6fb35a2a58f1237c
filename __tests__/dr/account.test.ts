import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Datapoint, GetMetricStatisticsCommand } from "@aws-sdk/client-cloudwatch";
import { PutItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import {
  CreateDBClusterCommand,
  CreateDBClusterSnapshotCommand,
  DeleteDBClusterCommand,
  DeleteDBClusterSnapshotCommand,
  DescribeDBClusterSnapshotsCommand,
  type RDSClient,
  type Tag,
} from "@aws-sdk/client-rds";
import { type ChangeAction, ChangeResourceRecordSetsCommand } from "@aws-sdk/client-route-53";
import { ListObjectsV2Command, PutObjectCommand } from "@aws-sdk/client-s3";
import { refuseChanged } from "../../dr/account/refuse-changed";
import { RunRecord } from "../../dr/account/run-record";
import { runStateKey } from "../../dr/account/run-states";
import { lookSteps } from "../../dr/clean-up/account";
import { cleanRun } from "../../dr/clean-up/clean-run";
import { Drill } from "../../dr/drill";
import type { Thing } from "../../dr/made";
import { terraformRoot } from "../../dr/roots";
import { runSteps } from "../../dr/run-steps";
import { standUp } from "../../dr/stand-up";
import type { Step } from "../../dr/step";
import { noteWhatIsThere } from "../../dr/steps/note-what-is-there";
import { recoveryRoot, variablesOf } from "../../dr/steps/recover";
import { seeWhatStands } from "../../dr/steps/see-what-stands";
import { tearDown } from "../../dr/tear-down";
import { originNames } from "../../modules/edge/contract";
import { switches, switchNamespace } from "../../modules/failover/switches/contract";
import { lockTableName, stateBucketName } from "../../modules/state/contract";
import { childEnvironment } from "../../terraform/process/environments";
import { sendSwitch } from "../../tools/fence/send-switch";
import type { GatedAws } from "../../tools/gate/gated-aws";
import { emptyLocalAws } from "../support/local-aws";
import { accountWorld, recovery, runAlone, shared, source } from "./support/account-world";

const never = new AbortController().signal;
const run = "dr-2611230300";

let local: GatedAws;
let world: Awaited<ReturnType<typeof accountWorld>>;
beforeAll(async () => {
  local = await emptyLocalAws("111122223333");
  world = await accountWorld(local);
});
afterAll(async () => {
  await world.remove();
  await local.stop();
});

/** Applies a root as somebody does who drills nothing. */
async function apply(id: string): Promise<void> {
  const drill = world.drill(run);
  drill.found.childEnvironment = childEnvironment(local.environment);
  const root = terraformRoot(drill, { ...drill.need("source"), id });
  await root.init(never);
  const plan = await root.plan(never);
  // A saved plan has secrets in clear.
  expect(statSync(plan.file).mode & 0o777).toBe(0o600);
  await root.apply(never, plan);
  expect(plansIn(root.folder)).toEqual([]);
}

const plansIn = (folder: string): string[] => readdirSync(folder).filter((file) => file.endsWith(".tfplan"));

const theirs = { DBClusterSnapshotIdentifier: "theirs" };

/** A step that would delete somebody's snapshot. */
const rogue: Step = {
  title: "Delete what is somebody's",
  about: "",
  needs: [],
  gives: [],
  run: async (drill) => {
    await drill.need("aws")(world.lost.name).rds.send(new DeleteDBClusterSnapshotCommand(theirs));
  },
};

/** What else a drill has made when it is killed: the recovered region, snapshots, a lock, and its record. */
async function killedDrill(): Promise<void> {
  const { aws, environment, target, lost } = world;
  const drill = world.drill(run);
  const snapshot = { type: "aws_db_cluster_snapshot", at: new Date().toISOString() } as const;
  await remember([
    { ...snapshot, name: `${run}-orders`, region: lost.name, arn: "arn:aws:rds:…" },
    // Killed before AWS had answered.
    { ...snapshot, name: `${run}-orders-copy`, region: target.region },
    // Killed before AWS had been asked; and then somebody made one of that name.
    { ...snapshot, name: "somebodys", region: target.region },
    { type: "fence", name: lost.name, region: environment.stateRegion, at: snapshot.at },
  ]);
  const { cloudwatch } = aws(environment.stateRegion);
  await sendSwitch(cloudwatch, { which: "fence", region: lost.name, on: true });
  drill.found.recovery = drill.need("source");
  const root = recoveryRoot(drill);
  await root.init(never, { key: runStateKey(environment, target.region, run) });
  await root.apply(never, await root.plan(never, variablesOf(run, "arn:aws:rds:eu-central-1:1:cluster-snapshot:s")));

  for (const [region, name] of [
    [lost.name, `${run}-orders`],
    [target.region, `${run}-orders-copy`],
    [target.region, "somebodys"],
    [target.region, "unrecorded"],
  ] as const) {
    await makeSnapshot(aws(region).rds, name, name === "somebodys" ? [] : [{ Key: "Run", Value: run }]);
  }

  const { key, region } = terraformRoot(drill, { ...drill.need("source"), id: source }).backend;
  const bucket = stateBucketName(environment, region);
  const Created = new Date().toISOString();
  const Info = JSON.stringify({ ID: "dead", Who: "shop@runner", Operation: "OperationTypeApply", Created });
  await aws(region).s3.send(new PutObjectCommand({ Bucket: bucket, Key: `${key}.tflock`, Body: Info }));
  const lock = { LockID: { S: `${bucket}/${key}` }, Info: { S: Info } };
  await aws(region).dynamodb.send(new PutItemCommand({ TableName: lockTableName, Item: lock }));
}

async function makeSnapshot(rds: RDSClient, name: string, Tags: Tag[]): Promise<void> {
  const cluster = { Engine: "aurora-postgresql", MasterUsername: "shop", MasterUserPassword: "a-secret-1" };
  await rds.send(new CreateDBClusterCommand({ DBClusterIdentifier: `of-${name}`, ...cluster }));
  const of = { DBClusterIdentifier: `of-${name}`, DBClusterSnapshotIdentifier: name, Tags };
  await rds.send(new CreateDBClusterSnapshotCommand(of));
  await rds.send(new DeleteDBClusterCommand({ DBClusterIdentifier: `of-${name}`, SkipFinalSnapshot: true }));
}

const record = () => new RunRecord(world.aws(world.environment.stateRegion).s3, world.environment, run);

/** Lets the account remember the run, with what is there now. */
async function remember(made: readonly Thing[]): Promise<void> {
  const drill = world.drill(run);
  await runAlone(noteWhatIsThere, drill);
  const before = drill.need("before");
  const beganAt = new Date().toISOString();
  const kept = record();
  await kept.keep({
    commit: world.commit,
    lost: world.lost.name,
    target: world.target.region,
    beganAt,
    standing: true,
    before,
    made,
  });
  await kept.rest();
}
const remembered = async () =>
  (await RunRecord.all(world.aws(world.environment.stateRegion).s3, world.environment)).map((one) => one.run);

/** Cleans up on a machine that has nothing of the drill; gives what was said. */
async function cleanUp(): Promise<string> {
  const said: string[] = [];
  const drill = world.drill(run);
  await cleanRun(drill, drill.need("record"), {
    signal: never,
    say: (news) => said.push(typeof news === "string" ? news : JSON.stringify(news)),
  });
  return said.join("\n");
}

/** The last value that was sent of the fence of the region to lose: also what is of the next minute. */
async function fenceSent(): Promise<number | undefined> {
  const { aws, environment, lost } = world;
  const { Datapoints = [] } = await aws(environment.stateRegion).cloudwatch.send(
    new GetMetricStatisticsCommand({
      Namespace: switchNamespace,
      MetricName: switches.fence.metric,
      Dimensions: [{ Name: "Region", Value: lost.name }],
      StartTime: new Date(Date.now() - 3_600_000),
      EndTime: new Date(Date.now() + 3_600_000),
      Period: 60,
      Statistics: [switches.fence.stat],
    }),
  );
  const time = ({ Timestamp }: Datapoint): number => Timestamp?.getTime() ?? 0;
  return [...Datapoints].sort((one, other) => time(one) - time(other)).at(-1)?.[switches.fence.stat];
}

describe("what stands", () => {
  it("stops a drill where what regions share is not as git has it, and says how to deploy it", async () => {
    const drill = world.drill(run);
    await expect(runAlone(seeWhatStands, drill)).rejects.toThrow(
      `dev-global-dns: not deployed as in git. The plans are in ${drill.settings.logFolder}. Deploy: ./shop cdktf deploy dev-global-dns`,
    );
    expect(plansIn(terraformRoot(drill, { ...drill.need("source"), id: shared }).folder)).toEqual([]);
  });

  it("lets a drill go on where that is deployed, but never where the region to lose is, too", async () => {
    await apply(shared);
    const drill = world.drill(run);
    expect(await runAlone(seeWhatStands, drill)).toContain("eu-west-1 does not exist");
    await drill.need("record").rest();
    expect(await remembered()).toEqual([run]);
    expect(await record().read()).toMatchObject({ lost: world.lost.name, target: world.target.region });
    await apply(source);
    await expect(runAlone(seeWhatStands, world.drill(run))).rejects.toThrow(
      "dev-eu-west-1-network (1 resources): exists already, and a drill would destroy it.",
    );
    expect(world.standing()).toContain("vpc");
  });

  it("stops a drill where somebody has fenced the region to lose: it would lift that", async () => {
    const { aws, environment, lost } = world;
    const Name = originNames(environment.domain).switched("fence", lost.name);
    const record = { Name, Type: "TXT" as const, TTL: 60, ResourceRecords: [{ Value: '"set"' }] };
    const change = (Action: ChangeAction) =>
      aws("us-east-1").route53.send(
        new ChangeResourceRecordSetsCommand({
          HostedZoneId: world.zoneId,
          ChangeBatch: { Changes: [{ Action, ResourceRecordSet: record }] },
        }),
      );
    await change("CREATE");
    await expect(runAlone(seeWhatStands, world.drill(run))).rejects.toThrow(
      "the fence of eu-west-1 is set already, and a drill would take it off: ./shop fence eu-west-1 --lift --environment dev",
    );
    await change("DELETE");
  });

  it("takes nothing back when it stops a drill: the backups of what stands are somebody's", async () => {
    const signals = { interrupt: never, abandon: never };
    const since = Date.now();
    const records = await runSteps([seeWhatStands], world.drill(run), {
      progress: { number: () => {}, run: (_, work) => work(() => {}) },
      ...signals,
    });
    expect(records.map(({ title, phase }) => `${phase} ${title}`)).toEqual(["run Check the account"]);
    const calls = local.calls({ since });
    const actions = calls.map(({ service, action }) => `${service} ${action}`);
    expect(actions.length).toBeGreaterThan(5);
    expect(actions.filter((one) => !/ (Get|List|Head|Describe|GET |HEAD )/.test(one))).toEqual([]);
    expect(calls.map(({ by }) => by)).toContainEqual({ command: "plan", root: shared });
  });

  it("never takes over what stands in another local AWS, and does not destroy it", async () => {
    const { settings, found } = world.drill(run);
    const drill = new Drill({ ...settings, where: { kind: "endpoint", endpoint: local.endpoint } });
    Object.assign(drill.found, found);
    const at = { signal: never, say: () => {} };
    const roots = [{ id: source, dependencies: [] }];
    const there = "dev-eu-west-1-network (1 resources): exists already, and a drill would destroy it.";
    await expect(standUp(drill, at, { title: "Deploy the source region", roots })).rejects.toThrow(there);
    await tearDown(drill, at, "Destroy what is left of the source region");
    expect(world.standing()).toContain("vpc");
  });
});

describe("a clean-up after a drill that was killed", () => {
  const file = () => {
    const drill = world.drill(run);
    return join(terraformRoot(drill, { ...drill.need("source"), id: recovery }).folder, "cdk.tf.json");
  };

  it("leaves all of it alone where somebody has worked on it since the run was last seen, and says who", async () => {
    const drill = world.drill(run);
    const seenAt = new Date(Date.now() - 3_600_000);
    await expect(refuseChanged(drill, { seenAt, url: record().url })).rejects.toThrow(
      /was last seen at work at .*\n {2}dev-eu-west-1-network \(1 resources\): its state was written at/,
    );
  });

  it("finds what was there before the run: the gate refuses a step that would delete it", async () => {
    const { rds } = world.aws(world.lost.name);
    await makeSnapshot(rds, "theirs", []);
    await killedDrill();
    const since = Date.now();
    await expect(runAlone(rogue, world.drill(run))).rejects.toThrow(
      /^the gate does not let rds DeleteDBClusterSnapshot pass: aws_db_cluster_snapshot \S+:theirs .*was there before the run$/,
    );
    expect(local.calls({ since })).toEqual([]);
    const { DBClusterSnapshots } = await rds.send(new DescribeDBClusterSnapshotsCommand(theirs));
    expect(DBClusterSnapshots).toHaveLength(1);
  });

  it("leaves all of it alone where somebody holds a lock, too", async () => {
    const seenAt = new Date(Date.now() - 3_600_000);
    const standing = world.standing();
    const written = await record().read();
    const read = jest.spyOn(RunRecord.prototype, "read").mockImplementation(async function (this: RunRecord) {
      this.seenAt = seenAt;
      return written;
    });
    try {
      await expect(cleanUp()).rejects.toThrow(
        /network: shop@runner has locked its state since .* \(OperationTypeApply\)/,
      );
    } finally {
      read.mockRestore();
    }
    expect(world.standing()).toEqual(standing);
    expect(await remembered()).toEqual([run]);
  });

  it("goes on with the rest where one part fails, and the account still remembers the drill", async () => {
    await expect(runAlone(seeWhatStands, world.drill("dr-2611240300"))).rejects.toThrow(
      `${run} has left something: \`./shop clean-up --aws\` removes it`,
    );
    // What regions share is nobody's run.
    expect(world.marks()).toEqual({ [`${run}-vpc`]: run, vpc: run, zone: "" });
    const written = readFileSync(file(), "utf8");
    writeFileSync(file(), "not JSON");
    await expect(cleanUp()).rejects.toThrow(/^[\s\S]*recovery-of-eu-west-1[\s\S]*dr-2611230300 made these/);
    writeFileSync(file(), written);
    expect(world.standing()).toEqual([`${run}-vpc`, "zone"]);
    expect(await remembered()).toEqual([run]);
  });

  it("is named with --dry-run, with what it was built from, and nothing is removed", async () => {
    const found: string[] = [];
    const drill = world.drill(run);
    const [look] = lookSteps(found).slice(-1);
    if (look) await runAlone(look, drill);
    const { account } = world.environment;
    expect(found).toEqual([
      `${run} in account ${account} (eu-west-1 → eu-central-1, commit ${world.commit.slice(0, 12)})`,
    ]);
    expect(world.standing()).toEqual([`${run}-vpc`, "zone"]);
    expect(await remembered()).toEqual([run]);
  });

  it("removes all that it has left, by the states that it has in the account, and names the rest", async () => {
    const { aws, target, environment } = world;
    await expect(cleanUp()).rejects.toThrow(
      /^dr-2611230300 made these, .*\n {2}aws_db_cluster_snapshot arn:\S+:unrecorded .* in eu-central-1\nnot there before dr-2611230300, and without its mark, .*\n {2}aws_db_cluster_snapshot arn:\S+:somebodys .* in eu-central-1$/,
    );
    expect(world.standing()).toEqual(["zone"]);
    expect(await fenceSent()).toBe(0);
    const states = { Bucket: stateBucketName(environment, target.region) };
    expect((await aws(target.region).s3.send(new ListObjectsV2Command(states))).Contents ?? []).toEqual([]);
    const locks = await aws(target.region).dynamodb.send(new ScanCommand({ TableName: lockTableName }));
    expect(locks.Items).toEqual([]);
  });

  it("leaves a region alone that came to stand when nothing of the drill stood there any more", async () => {
    await apply(source);
    await expect(cleanUp()).rejects.toThrow(":unrecorded");
    expect(world.standing()).toEqual(["vpc", "zone"]);
  });

  it("is over when nothing of the drill is left: what others made is told once, and the account forgets the drill", async () => {
    const { rds } = world.aws(world.target.region);
    await rds.send(new DeleteDBClusterSnapshotCommand({ DBClusterSnapshotIdentifier: "unrecorded" }));
    await expect(cleanUp()).rejects.toThrow(/^not there before .*somebodys/s);
    expect(await remembered()).toEqual([]);
  });
});

describe("a record", () => {
  it("is written anew while somebody works by it, and no more once they have ended", async () => {
    jest.useFakeTimers({
      doNotFake: [
        "setTimeout",
        "clearTimeout",
        "setImmediate",
        "clearImmediate",
        "nextTick",
        "queueMicrotask",
        "Date",
        "hrtime",
        "performance",
      ],
    });
    const put = jest.spyOn(world.aws(world.environment.stateRegion).s3, "send");
    try {
      const kept = record();
      await kept.keep({ ...good(), target: world.target.region });
      jest.advanceTimersByTime(120_000);
      await kept.close({ standing: true, left: true });
      expect(put).toHaveBeenCalledTimes(2);
      jest.advanceTimersByTime(600_000);
      await kept.close({ standing: false, left: false });
      expect(put).toHaveBeenCalledTimes(3);
    } finally {
      put.mockRestore();
      jest.useRealTimers();
    }
  });

  const name = "dr-261124030000-k7qd";
  const put = (key: string, Body: string) => {
    const { environment } = world;
    const Bucket = stateBucketName(environment, environment.stateRegion);
    return world
      .aws(environment.stateRegion)
      .s3.send(new PutObjectCommand({ Bucket, Key: `${environment.name}/drills/${key}`, Body }));
  };
  const good = () => ({
    commit: world.commit,
    target: world.target.region,
    beganAt: new Date().toISOString(),
    standing: true,
    before: {},
    made: [],
  });
  /** What a clean-up that only looks finds, and what goes wrong. */
  async function look(record: object): Promise<string> {
    await put(`${name}.json`, JSON.stringify(record));
    const found: string[] = [];
    const [step] = lookSteps(found).slice(-1);
    return step ? runAlone(step, world.drill(run)).then(() => found.join(), String) : "";
  }
  it("is only what is named by a run's id: other objects stop no drill, and name no folder", async () => {
    for (const key of ["", "../../x.json", "dr-261124030000-k7qd/x.json", "dr-1.json", "notes.txt"])
      await put(key, "{}");
    expect(await remembered()).toEqual([]);
    await put(`${name}.json`, "{}");
    expect(await remembered()).toEqual([name]);
  });

  it.each<[string, object, RegExp]>([
    [
      "a ref instead of a commit",
      { commit: "--upload-pack=x" },
      /s3:.*k7qd.json is not the record of a run:\n.*40 hex/,
    ],
    ["a path instead of a region", { target: "../../etc" }, /is not the record of a run:\n[\s\S]*→ at target\n/],
    ["a commit that nobody has", { commit: "f".repeat(40) }, /k7qd.json: ffffffffffff is not in origin\/main/],
  ])("is not believed where it has %s, and nothing is done by it", async (_, wrong, message) => {
    expect(await look({ ...good(), ...wrong })).toMatch(message);
  });

  it("is not believed where its commit is on a branch that was not merged", async () => {
    expect(await look({ ...good(), commit: world.unmerged })).toMatch(/is not in origin\/main/);
    expect(await look(good())).toMatch(/^dr-261124030000-k7qd in account/);
    const written = new RunRecord(world.aws(world.environment.stateRegion).s3, world.environment, name);
    await written.read();
    await written.close({ standing: false, left: false });
    expect(await remembered()).toEqual([]);
  });
});
